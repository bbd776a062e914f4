package city.reception.intake.committee;

import city.reception.events.LocalizedText;
import city.reception.starter.committees.Committees;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/committees}: the committees in the order of their file. */
@RestController
final class CommitteesController {

  private final List<View> committees;

  CommitteesController(Committees committees) {
    this.committees =
        committees.all().stream().map(c -> new View(c.id().slug(), c.name(), c.remit())).toList();
  }

  @GetMapping(path = "/api/v1/committees", produces = MediaType.APPLICATION_JSON_VALUE)
  List<View> committees() {
    return committees;
  }

  /** A committee without the words by which its business is recognised. */
  record View(String slug, LocalizedText name, LocalizedText remit) {}
}
