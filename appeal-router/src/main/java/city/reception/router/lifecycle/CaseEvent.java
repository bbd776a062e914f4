package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import city.reception.events.RoutingDecision;
import java.time.Instant;
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
      String rules)
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

  /** The term was extended. */
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

  /** It was answered. */
  record Answered(int version, int index, Instant at, String text, String actor)
      implements CaseEvent {}

  /** The resident took it back. */
  record Withdrawn(int version, int index, Instant at, @Nullable String reason)
      implements CaseEvent {}

  /** The committee was reminded of the deadline. Does not raise the version. */
  record Reminded(int version, int index, Instant at, CaseTimer timer) implements CaseEvent {}
}
