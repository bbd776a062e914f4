package city.reception.desk.web;

import city.reception.desk.queue.AppealReader;
import city.reception.events.AppealId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One appeal. */
@RestController
class AppealController {

  private final AppealReader appeals;

  AppealController(AppealReader appeals) {
    this.appeals = appeals;
  }

  @Operation(
      summary = "An appeal with its whole history",
      description =
          "Explanations are in Russian, or in English where `Accept-Language` asks for it.")
  @ApiResponse(responseCode = "200", description = "The appeal", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "404", description = "Never routed to a committee of this desk")
  @GetMapping("/api/v1/appeals/{appealId}")
  AppealView appeal(@PathVariable String appealId, Locale locale) {
    return parse(appealId)
        .flatMap(appeals::find)
        .map(appeal -> AppealView.of(appeal, locale))
        .orElseThrow(NotFoundException::appeal);
  }

  static Optional<AppealId> parse(String text) {
    try {
      return Optional.of(AppealId.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
