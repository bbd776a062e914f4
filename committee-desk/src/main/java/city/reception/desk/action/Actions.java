package city.reception.desk.action;

import city.reception.desk.queue.ActionLedger;
import city.reception.desk.queue.ActionState;
import city.reception.desk.queue.ActionType;
import city.reception.desk.queue.AppealReader;
import city.reception.desk.queue.DeskAction;
import city.reception.desk.queue.ServedCommittees;
import city.reception.events.AppealId;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries actions to the router and its decisions back. The router alone decides; the desk does not
 * judge whether an action makes sense.
 */
@Component
public class Actions {

  /** How often the tables are looked at, for what came by another instance. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final Duration SHORT_LOOK = Duration.ofMillis(10);

  private final ActionLedger ledger;
  private final AppealReader appeals;
  private final ServedCommittees served;
  private final ActionTopics topics;
  private final ActionWaiters waiters;
  private final ActionProperties properties;
  private final MeterRegistry meters;

  Actions(
      ActionLedger ledger,
      AppealReader appeals,
      ServedCommittees served,
      ActionTopics topics,
      ActionWaiters waiters,
      ActionProperties properties,
      MeterRegistry meters) {
    this.ledger = ledger;
    this.appeals = appeals;
    this.served = served;
    this.topics = topics;
    this.waiters = waiters;
    this.properties = properties;
    this.meters = meters;
  }

  /** What is known of an action asked for at this desk. */
  public Optional<DeskAction> find(EventId id) {
    return ledger.find(id);
  }

  /**
   * Asks the router for {@code action} and waits a while for its decision. With the same key, the
   * same action is asked for once, however often this is called, also after a crash.
   *
   * @return the action: done, refused, or still pending. When it is done, this desk's tables show
   *     what it changed, unless that too takes longer than the wait
   * @throws AppealUnknownException when the desk does not know the appeal
   * @throws NotHeldHereException when the appeal is with a committee that is not served here
   * @throws KeyReusedException when the key was used for another action on the appeal
   * @throws OutcomeUnknownException when Kafka did not confirm the record
   */
  public DeskAction ask(CommitteeAction action, @Nullable IdempotencyKey key) {
    long deadline = System.nanoTime() + properties.patience().toNanos();
    EventId id = key == null ? random() : key.actionOn(action.appealId());
    try (ActionWaiters.Waiter waiter = waiters.register(id)) {
      DeskAction entered = enter(id, action);
      if (!entered.isDecided()) {
        send(entered);
      }
      DeskAction decided = entered.isDecided() ? entered : decision(entered, waiter, deadline);
      if (decided.state() == ActionState.DONE && decided.version() != null) {
        awaitView(decided.appeal(), decided.version(), deadline);
      }
      count(decided.type(), decided.state().name());
      return decided;
    }
  }

  private DeskAction enter(EventId id, CommitteeAction action) {
    Optional<DeskAction> known = ledger.find(id);
    CommitteeId committee = known.map(DeskAction::committee).orElseGet(() -> holder(action));
    DeskAction asked =
        DeskAction.pending(
            id,
            action.appealId(),
            ActionType.of(action),
            committee,
            topics.encode(committee, id, action));
    DeskAction entered = known.orElseGet(() -> ledger.enter(asked));
    if (!entered.asksTheSameAs(asked)) {
      throw new KeyReusedException();
    }
    return entered;
  }

  private CommitteeId holder(CommitteeAction action) {
    CaseSummary summary =
        appeals.summary(action.appealId()).orElseThrow(AppealUnknownException::new);
    CommitteeId holder = summary.committee();
    if (holder == null || !served.contains(holder)) {
      throw new NotHeldHereException(summary.version());
    }
    return holder;
  }

  private void send(DeskAction action) {
    try {
      topics.send(action);
    } catch (OutcomeUnknownException e) {
      count(action.type(), "UNKNOWN");
      throw e;
    }
  }

  /** The outcome comes by the topic, or has come while nobody here listened: the table tells. */
  private DeskAction decision(DeskAction action, ActionWaiters.Waiter waiter, long deadline) {
    while (true) {
      waiter.listen(LOOK).ifPresent(outcome -> ledger.settle(List.of(outcome)));
      DeskAction now = ledger.find(action.id()).orElse(action);
      if (now.isDecided() || isOver(deadline)) {
        return now;
      }
    }
  }

  private void awaitView(AppealId appeal, int version, long deadline) {
    while (!appeals.hasSeen(appeal, version) && !isOver(deadline)) {
      LockSupport.parkNanos(SHORT_LOOK.toNanos());
    }
  }

  private static boolean isOver(long deadline) {
    return System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted();
  }

  private static EventId random() {
    return new EventId(UUID.randomUUID().toString());
  }

  private void count(ActionType type, String outcome) {
    meters
        .counter(
            "reception.desk.actions",
            "type",
            type.name(),
            "outcome",
            outcome.toLowerCase(Locale.ROOT))
        .increment();
  }
}
