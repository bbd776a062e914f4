package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.RegistrationNumber;
import city.reception.events.RoutingDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a case. Everything that a decision needs is inside, time included: {@code
 * at} is the append time of the record that asked.
 */
public sealed interface CaseCommand {

  /** The append time of the record that asked. */
  Instant at();

  /**
   * Enter the appeal in the registry and give it to a committee.
   *
   * @param number the number set aside for it
   * @param bodyDigest tells this submission from another one under the same key
   */
  record Register(
      RegistrationNumber number,
      AppealContent content,
      String bodyDigest,
      RoutingDecision route,
      Instant at)
      implements CaseCommand {}

  /** The resident takes the appeal back. */
  record Withdraw(@Nullable String reason, Instant at) implements CaseCommand {}

  /** What a committee asks. */
  sealed interface OfCommittee extends CaseCommand {

    /** Who asks, as the topic of the request says. */
    CommitteeId by();

    /** The version that the actor saw. */
    int expectedVersion();
  }

  /** A committee begins to work on it. */
  record TakeUp(CommitteeId by, int expectedVersion, String actor, Instant at)
      implements OfCommittee {}

  /** A committee passes it on. */
  record Redirect(
      CommitteeId by,
      int expectedVersion,
      String actor,
      CommitteeId to,
      boolean toExists,
      String reason,
      Instant at)
      implements OfCommittee {}

  /** A committee extends the term by {@code days}. */
  record Extend(
      CommitteeId by, int expectedVersion, String actor, int days, String reason, Instant at)
      implements OfCommittee {}

  /** A committee answers it. */
  record Answer(CommitteeId by, int expectedVersion, String actor, String text, Instant at)
      implements OfCommittee {}

  /** A timer's time has come. */
  record RaiseTimer(CaseTimer timer, int generation, Instant at) implements CaseCommand {}
}
