package city.reception.router.lifecycle;

import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CasePart;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalGround;
import city.reception.events.RegistrationNumber;
import city.reception.events.RoutingDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a case: the entries of its journal. */
public sealed interface CaseEvent {

  /** The case's version after it. */
  int version();

  /** Its place within the version, from 0. */
  int index();

  /** The append time of the record that brought it about. */
  Instant at();

  /**
   * The appeal was entered in the registry.
   *
   * @param rules the rule set in force, which the case keeps
   * @param ties to what else it is tied; null for nothing
   * @param late whether that was after the term; null where it was registered as it came
   */
  record Registered(
      int version,
      int index,
      Instant at,
      RegistrationNumber number,
      AppealContent content,
      String bodyDigest,
      Instant dueAt,
      LocalizedText dueAtExplanation,
      String rules,
      @Nullable Ties ties,
      @Nullable Boolean late)
      implements CaseEvent {}

  /** It was given to its first committee. */
  record Routed(int version, int index, Instant at, RoutingDecision route) implements CaseEvent {}

  /** The committee began to work on it. */
  record TakenUp(int version, int index, Instant at, String actor) implements CaseEvent {}

  /**
   * It moved to another committee.
   *
   * @param askedFor the committee that was asked for, where the case went to the reception instead;
   *     see {@link RuleSet#redirectLimit()}
   */
  record Redirected(
      int version,
      int index,
      Instant at,
      CommitteeId from,
      CommitteeId to,
      String reason,
      String actor,
      @Nullable CommitteeId askedFor)
      implements CaseEvent {}

  /** The term was extended; of a part, with that of the whole. */
  record Extended(
      int version,
      int index,
      Instant at,
      int days,
      Instant dueAt,
      LocalizedText dueAtExplanation,
      String reason,
      String actor)
      implements CaseEvent {}

  /**
   * It was answered.
   *
   * @param result what the answer comes to; null where nobody said: explained
   */
  record Answered(
      int version, int index, Instant at, String text, String actor, @Nullable AnswerResult result)
      implements CaseEvent {}

  /** The last of its parts has ended, and so it is answered. */
  record AnsweredInParts(int version, int index, Instant at) implements CaseEvent {}

  /** The resident took it back; a part, with the whole. */
  record Withdrawn(int version, int index, Instant at, @Nullable String reason)
      implements CaseEvent {}

  /**
   * It was forwarded to a body outside.
   *
   * @param late whether that was after the term
   */
  record Forwarded(
      int version, int index, Instant at, String toBody, String reason, String actor, boolean late)
      implements CaseEvent {}

  /**
   * It was split.
   *
   * @param late whether that was after the term; null before this was noted
   */
  record Split(
      int version,
      int index,
      Instant at,
      List<CasePart> parts,
      String reason,
      String actor,
      @Nullable Boolean late)
      implements CaseEvent {
    public Split {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of it has ended.
   *
   * @param committee the committee that ended it
   */
  record PartEnded(
      int version,
      int index,
      Instant at,
      CasePart part,
      CommitteeId committee,
      AppealStatus outcome,
      @Nullable AnswerResult result,
      @Nullable LocalizedText explanation,
      @Nullable String text,
      @Nullable String publishedAt,
      String actor)
      implements CaseEvent {}

  /** The resident was asked what they mean. */
  record ClarificationAsked(int version, int index, Instant at, String question, String actor)
      implements CaseEvent {}

  /** The resident added to the appeal. */
  record Clarified(int version, int index, Instant at, String text) implements CaseEvent {}

  /**
   * It was ended without an answer on the substance.
   *
   * @param explanation what the ground means, as the resident was told
   * @param late whether that was after the term
   */
  record Refused(
      int version,
      int index,
      Instant at,
      RefusalGround ground,
      LocalizedText explanation,
      @Nullable String text,
      @Nullable String publishedAt,
      String actor,
      boolean late)
      implements CaseEvent {}

  /** The correspondence was ended. */
  record CorrespondenceEnded(int version, int index, Instant at, String reason, String actor)
      implements CaseEvent {}

  /** The resident rated the answer. Does not raise the version: nobody acts on it. */
  record Rated(int version, int index, Instant at, int score, @Nullable String comment)
      implements CaseEvent {}

  /** It was opened again, with a new term. */
  record Reopened(
      int version,
      int index,
      Instant at,
      String reason,
      Instant dueAt,
      LocalizedText dueAtExplanation)
      implements CaseEvent {}

  /** A deputy asked a body for information. */
  record InformationRequested(
      int version,
      int index,
      Instant at,
      EventId request,
      String body,
      String question,
      Instant dueAt,
      LocalizedText dueAtExplanation,
      String actor)
      implements CaseEvent {}

  /** A body replied. */
  record RequestReplied(
      int version, int index, Instant at, EventId request, String text, String actor)
      implements CaseEvent {}

  /** A body has not replied in time, and the committee was told. Does not raise the version. */
  record RequestOverdue(int version, int index, Instant at, EventId request) implements CaseEvent {}

  /** It turned out to be part of a campaign. Does not raise the version. */
  record JoinedCampaign(int version, int index, Instant at, AppealId campaign)
      implements CaseEvent {}

  /** The committee was reminded of the deadline. Does not raise the version. */
  record Reminded(int version, int index, Instant at, CaseTimer timer) implements CaseEvent {}
}
