package city.reception.intake.tracking;

import city.reception.intake.problem.Languages;
import city.reception.intake.submission.RecentSubmissions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/appeals/{appealId}}: where the appeal is, for whoever has its code. */
@RestController
final class TrackingController {

  private final ResidentAccess access;
  private final Storyteller storyteller;
  private final RecentSubmissions recent;

  TrackingController(ResidentAccess access, Storyteller storyteller, RecentSubmissions recent) {
    this.access = access;
    this.storyteller = storyteller;
    this.recent = recent;
  }

  @GetMapping(path = "/api/v1/appeals/{appealId}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<AppealView> track(
      @PathVariable String appealId,
      @RequestHeader(name = ResidentAccess.HEADER, required = false) @Nullable String code,
      HttpServletRequest request) {
    ResidentAccess.Opened opened = access.open(appealId, code);
    Locale locale = Languages.of(request, Languages.RUSSIAN);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
        .body(
            storyteller.tell(
                opened.appealId(), opened.known(), recent.receivedAt(opened.appealId()), locale));
  }
}
