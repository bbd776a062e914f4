package city.reception.desk.web;

import city.reception.desk.queue.AppealReader;
import city.reception.desk.queue.Campaign;
import city.reception.desk.queue.CampaignReader;
import city.reception.events.AppealId;
import city.reception.events.CaseSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One appeal. */
@RestController
class AppealController {

  /** How many members of a campaign stand in the appeal itself. */
  private static final int FIRST_MEMBERS = 20;

  private final AppealReader appeals;
  private final CampaignReader campaigns;
  private final Words words;

  AppealController(AppealReader appeals, CampaignReader campaigns, Words words) {
    this.appeals = appeals;
    this.campaigns = campaigns;
    this.words = words;
  }

  @Operation(
      summary = "An appeal with its whole history, its parts and its campaign",
      description =
          """
          Explanations are in Russian, or in English where `Accept-Language` asks for it. Of a \
          campaign the first members that the committee holds are here; `next` of it continues \
          under `/campaign`.\
          """)
  @ApiResponse(responseCode = "200", description = "The appeal", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "404", description = "Never routed to a committee of this desk")
  @GetMapping("/api/v1/appeals/{appealId}")
  AppealView appeal(@PathVariable String appealId, Locale locale) {
    return parse(appealId)
        .flatMap(appeals::find)
        .map(
            appeal -> AppealView.of(appeal, campaign(appeal.summary()).orElse(null), words, locale))
        .orElseThrow(NotFoundException::appeal);
  }

  private Optional<Campaign> campaign(CaseSummary appeal) {
    return campaigns.of(appeal.appealId(), appeal.committee(), null, FIRST_MEMBERS);
  }

  @Operation(
      summary = "The campaign that an appeal belongs to",
      description =
          """
          Its members that the appeal's committee holds, earliest due first, ties by id. Pass \
          `next` as `cursor` for the next part.\
          """)
  @ApiResponse(responseCode = "200", description = "A part of it", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "400", description = "A bad limit or cursor")
  @ApiResponse(
      responseCode = "404",
      description = "Never routed to a committee of this desk, or in no campaign")
  @GetMapping("/api/v1/appeals/{appealId}/campaign")
  LifeView.CampaignView campaign(
      @PathVariable String appealId,
      @Parameter(description = "From 1 to 100; 50 when absent", example = "50")
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    CaseSummary appeal =
        parse(appealId).flatMap(appeals::summary).orElseThrow(NotFoundException::appeal);
    Part part = Part.read(cursor, limit);
    return campaigns
        .of(appeal.appealId(), appeal.committee(), part.after(), part.limit())
        .map(LifeView.CampaignView::of)
        .orElseThrow(NotFoundException::campaign);
  }

  static Optional<AppealId> parse(String text) {
    try {
      return Optional.of(AppealId.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
