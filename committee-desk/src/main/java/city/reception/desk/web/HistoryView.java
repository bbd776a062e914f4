package city.reception.desk.web;

import city.reception.desk.queue.HistoryEntry;
import city.reception.desk.queue.HistoryEntry.Said;
import city.reception.desk.queue.HistoryEvent;
import city.reception.events.AnswerResult;
import city.reception.events.AppealStatus;
import city.reception.events.CommitteeId;
import city.reception.events.RefusalGround;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a case.
 *
 * @param description what happened, in plain words
 * @param actor who acted, as far as this desk has seen it: for what was done here, and for what a
 *     committee served here was told
 * @param text what was written: the answer, the question, the reply, or the resident's own words
 * @param more what else there is to know of such an event
 */
record HistoryView(
    Instant at,
    int version,
    int index,
    HistoryEvent event,
    String description,
    AppealStatus status,
    @Nullable String committee,
    @Nullable String fromCommittee,
    @Nullable String actor,
    @Nullable String reason,
    @Nullable String text,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable More more) {

  /** What only some kinds of event have. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record More(
      @Nullable Boolean late,
      @Nullable AnswerResult result,
      @Nullable RefusalGround ground,
      @Nullable String publishedAt,
      @Nullable String toBody,
      @Nullable String requestId,
      @Nullable String body,
      @Nullable Instant dueAt,
      @Nullable List<PartView> parts,
      @Nullable Integer part,
      @Nullable Integer score) {

    private static final More NOTHING =
        new More(null, null, null, null, null, null, null, null, null, null, null);
  }

  /** A part of a split appeal, as it was asked for. */
  record PartView(String committee, String question) {}

  static HistoryView of(HistoryEntry entry, Words words, Locale locale) {
    Said said = entry.said();
    More more =
        new More(
            said.late(),
            said.result(),
            said.ground(),
            said.publishedAt(),
            said.toBody(),
            said.requestId(),
            said.body(),
            said.dueAt(),
            said.parts() == null
                ? null
                : said.parts().stream()
                    .map(part -> new PartView(part.committee().slug(), part.question()))
                    .toList(),
            said.part(),
            said.score());
    return new HistoryView(
        entry.at(),
        entry.version(),
        entry.index(),
        entry.event(),
        words.of(entry).in(locale),
        entry.status(),
        slug(entry.committee()),
        slug(entry.fromCommittee()),
        said.actor(),
        said.reason(),
        said.question() == null ? said.text() : said.question(),
        more.equals(More.NOTHING) ? null : more);
  }

  private static @Nullable String slug(@Nullable CommitteeId committee) {
    return committee == null ? null : committee.slug();
  }
}
