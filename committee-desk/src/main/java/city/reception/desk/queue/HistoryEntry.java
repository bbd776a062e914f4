package city.reception.desk.queue;

import city.reception.events.AnswerResult;
import city.reception.events.AppealStatus;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalGround;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a case.
 *
 * @param version the case's version after it; a reminder leaves the version as it was
 * @param index its place within the version
 * @param status the status after it
 * @param committee who held the case after it
 * @param fromCommittee who held it before, for a redirect
 * @param said what was said of it
 */
public record HistoryEntry(
    Instant at,
    int version,
    int index,
    HistoryEvent event,
    AppealStatus status,
    @Nullable CommitteeId committee,
    @Nullable CommitteeId fromCommittee,
    Said said) {

  /**
   * What was said of an event, as far as this desk has seen it: what the city's services are told
   * of every case, what a committee served here was told, and what was done at this desk.
   *
   * @param actor who acted
   * @param reason why
   * @param text the answer, the reply, or the resident's own words
   * @param question what was asked, of the resident or of a body
   * @param days by how many days the term was extended
   * @param late whether it came after the term of the rules
   * @param result what the answer comes to
   * @param ground why there was no answer on the substance
   * @param publishedAt where an answer is published already
   * @param toBody where it was forwarded
   * @param body who was asked for information
   * @param requestId which request
   * @param dueAt by when the body must reply
   * @param dueAtExplanation from which fact and by which article
   * @param committees those of the parts, in order
   * @param parts the parts, in order
   * @param part which part, from 1
   * @param partId the case that the part was
   * @param outcome how the part ended
   * @param score how the resident rated the answer, from 1 to 5
   * @param timer of what the committee was reminded
   */
  public record Said(
      @Nullable String actor,
      @Nullable String reason,
      @Nullable String text,
      @Nullable String question,
      @Nullable Integer days,
      @Nullable Boolean late,
      @Nullable AnswerResult result,
      @Nullable RefusalGround ground,
      @Nullable String publishedAt,
      @Nullable String toBody,
      @Nullable String body,
      @Nullable String requestId,
      @Nullable Instant dueAt,
      @Nullable LocalizedText dueAtExplanation,
      @Nullable List<CommitteeId> committees,
      @Nullable List<Part> parts,
      @Nullable Integer part,
      @Nullable UUID partId,
      @Nullable AppealStatus outcome,
      @Nullable Integer score,
      @Nullable CaseTimer timer) {}

  /** A part of a split appeal. */
  public record Part(CommitteeId committee, String question) {}
}
