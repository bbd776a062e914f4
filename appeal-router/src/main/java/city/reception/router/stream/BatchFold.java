package city.reception.router.stream;

import city.reception.events.AppealId;
import city.reception.events.CampaignMembersDue;
import city.reception.events.CaseSignal;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.IntakeEvent;
import city.reception.events.RefusalReason;
import city.reception.events.RegistrationNumber;
import city.reception.events.Topics;
import city.reception.router.ledger.Cause;
import city.reception.router.ledger.LedgerWrite;
import city.reception.router.ledger.LoadedCases;
import city.reception.router.ledger.Position;
import city.reception.router.ledger.RecordedInput;
import city.reception.router.ledger.RecordedInput.Result;
import city.reception.router.ledger.ShadowOpinion;
import city.reception.router.lifecycle.CaseCommand;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseState;
import city.reception.router.lifecycle.Decision;
import city.reception.router.lifecycle.Decision.TimerChange;
import city.reception.router.publication.Announcement;
import city.reception.router.publication.Publication;
import city.reception.starter.deadletter.DeadLetter;
import city.reception.starter.deadletter.Failures;
import city.reception.starter.traces.Traces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Folds the new inputs of one batch, in their order, over the cases they concern. Holds what is to
 * be written; touches nothing outside itself.
 */
final class BatchFold {

  private static final CaseState NONE = new CaseState.Unregistered();

  private final RouterCore core;
  private final Map<AppealId, CaseState.Registered> before;
  private final Map<AppealId, CaseState.Registered> now;
  private final Set<UUID> known;
  private final Map<AppealId, RegistrationNumber> numbers;
  private final BatchCampaigns campaigns;
  private final LedgerWrite write;
  private final List<Outcome> outcomes = new ArrayList<>();

  BatchFold(
      RouterCore core,
      LoadedCases cases,
      Set<UUID> known,
      Map<AppealId, RegistrationNumber> numbers,
      BatchCampaigns campaigns) {
    this.core = core;
    this.before = Map.copyOf(cases.states());
    this.now = new HashMap<>(cases.states());
    this.write = new LedgerWrite(cases.heads());
    this.known = new HashSet<>(known);
    this.numbers = Map.copyOf(numbers);
    this.campaigns = campaigns;
  }

  /** Handles one input. Returns what is to be sent for it: nothing when it is a repeat. */
  List<ProducerRecord<byte[], byte[]>> apply(Input input) {
    return switch (input) {
      case Input.Defective defective -> park(defective, defective.reason(), null);
      case Input.Decoded readable when !known.add(readable.eventKey()) -> List.of();
      case Input.Decoded readable -> {
        try (Traces.Step step = core.traces().step("route", readable.envelope().traceparent())) {
          yield handle(readable, step.traceparent());
        } catch (RuntimeException e) {
          if (Failures.isTransient(e)) {
            throw e;
          }
          known.remove(readable.eventKey());
          yield park(readable, Failures.describe(e), readable.appeal());
        }
      }
    };
  }

  /** Everything that the inputs so far change. */
  LedgerWrite result() {
    now.forEach((appeal, state) -> {
      CaseState.Registered old = before.get(appeal);
      if (old == null) {
        write.insert(appeal, state);
      } else if (!old.equals(state)) {
        write.update(appeal, old, state);
      }
    });
    return write;
  }

  BatchCampaigns campaigns() {
    return campaigns;
  }

  /** What became of the inputs so far, for the meters. */
  List<Outcome> outcomes() {
    return outcomes;
  }

  private List<ProducerRecord<byte[], byte[]>> handle(
      Input.Decoded input, @Nullable String traceparent) {
    if (input.event() instanceof CampaignMembersDue due) {
      return pass(input, campaigns.next(due, input.position()), traceparent);
    }
    Optional<CaseCommand> command = core.commands().of(input, this::number, campaigns::ties);
    if (command.isEmpty()) {
      return List.of();
    }
    CaseState state = state(input.appeal());
    return switch (core.lifecycle().decide(state, command.get())) {
      case Decision.Accepted accepted -> accept(input, state, accepted, traceparent);
      case Decision.Refused refused -> refuse(input, state, refused.reason(), traceparent);
    };
  }

  private List<ProducerRecord<byte[], byte[]>> accept(
      Input.Decoded input, CaseState state, Decision.Accepted decision, @Nullable String trace) {
    AppealId appeal = input.appeal();
    List<Announcement<?>> announcements = new ArrayList<>();
    CaseState after = state;
    for (CaseEvent event : decision.events()) {
      after = core.lifecycle().evolve(after, event);
      announcements.addAll(Publication.of(appeal, event, registered(after)));
    }
    if (after instanceof CaseState.Registered done && isAwaited(input)) {
      announcements.add(Publication.done(input.envelope().id(), appeal, done.file().version()));
    }
    if (!decision.events().isEmpty()) {
      announcements.addAll(campaigns.after(input, registered(after).file()));
    }
    List<ProducerRecord<byte[], byte[]>> outputs =
        core.outputs().encode(input, announcements, trace);
    // Nothing above has changed anything: an output that cannot be sent parks the input alone.
    Cause cause = cause(input);
    decision.events().forEach(event -> write.event(appeal, event, cause));
    decision.timers().forEach(change -> note(appeal, change));
    ShadowOpinion opinion = input.opinion();
    if (opinion != null && opinion.differs() && !decision.events().isEmpty()) {
      write.disagreement(appeal, opinion, input.at());
    }
    if (after instanceof CaseState.Registered changed) {
      now.put(appeal, changed);
    }
    record(input, Result.APPLIED, null, outputs);
    outcomes.add(new Outcome(input, Result.APPLIED, decision.events(), null));
    return outputs;
  }

  /** Of an input that changes no case by itself. */
  private List<ProducerRecord<byte[], byte[]>> pass(
      Input.Decoded input, List<Announcement<?>> announcements, @Nullable String trace) {
    List<ProducerRecord<byte[], byte[]>> outputs =
        core.outputs().encode(input, announcements, trace);
    record(input, Result.APPLIED, null, outputs);
    outcomes.add(new Outcome(input, Result.APPLIED, List.of(), null));
    return outputs;
  }

  private List<ProducerRecord<byte[], byte[]>> refuse(
      Input.Decoded input, CaseState state, RefusalReason reason, @Nullable String traceparent) {
    if (reason == RefusalReason.UNKNOWN_APPEAL) {
      // Its appeal may be among the dead letters itself: an operator can replay both, in order.
      // Until
      // then nobody is told that it was refused, for it may yet be done.
      known.remove(input.eventKey());
      return park(input, "there is no case of this appeal", input.appeal());
    }
    if (input.event() instanceof CaseSignal) {
      // What one case tells another is never refused in silence: an operator finds it.
      known.remove(input.eventKey());
      return park(input, "the case does not take this signal: " + reason, input.appeal());
    }
    List<ProducerRecord<byte[], byte[]>> outputs =
        core.outputs()
            .encode(
                input,
                List.of(Publication.refused(input.envelope().id(), input.appeal(), state, reason)),
                traceparent);
    record(input, Result.REFUSED, reason.name(), outputs);
    outcomes.add(new Outcome(input, Result.REFUSED, List.of(), reason));
    return outputs;
  }

  private List<ProducerRecord<byte[], byte[]>> park(
      Input input, String reason, @Nullable AppealId appeal) {
    List<ProducerRecord<byte[], byte[]>> outputs =
        List.of(DeadLetter.of(input.record(), RouterCore.GROUP, reason));
    write.input(
        new RecordedInput(
            input.position(),
            input.at(),
            null,
            appeal,
            Result.PARKED,
            reason,
            RecordedOutputs.write(outputs)));
    outcomes.add(new Outcome(input, Result.PARKED, List.of(), null));
    return outputs;
  }

  private void record(
      Input.Decoded input,
      Result result,
      @Nullable String reason,
      List<ProducerRecord<byte[], byte[]>> outputs) {
    write.input(
        new RecordedInput(
            input.position(),
            input.at(),
            input.eventKey(),
            input.appeal(),
            result,
            reason,
            RecordedOutputs.write(outputs)));
  }

  private void note(AppealId appeal, TimerChange change) {
    switch (change) {
      case TimerChange.Set set ->
          write.setTimer(appeal, set.timer(), set.generation(), set.dueAt());
      case TimerChange.Cancel cancel -> write.cancelTimer(appeal, cancel.timer());
    }
  }

  /** The number of a case, or the one set aside for it. */
  private RegistrationNumber number(AppealId appeal) {
    CaseState.Registered state = now.get(appeal);
    return state == null
        ? Objects.requireNonNull(numbers.get(appeal), "set aside with the batch")
        : state.file().number();
  }

  private CaseState state(AppealId appeal) {
    CaseState.Registered state = now.get(appeal);
    return state == null ? NONE : state;
  }

  private static Cause cause(Input.Decoded input) {
    Position position = input.position();
    if (input.event() instanceof CommitteeAction action) {
      CommitteeId committee = Topics.actingCommittee(position.topic()).orElseThrow();
      return Cause.committee(position, committee, action.expectedVersion());
    }
    return input.event() instanceof IntakeEvent ? Cause.resident(position) : Cause.router(position);
  }

  /** Whether somebody waits to hear what became of it: of a timer or a new appeal, nobody does. */
  private static boolean isAwaited(Input.Decoded input) {
    return input.event() instanceof CommitteeAction
        || (input.event() instanceof IntakeEvent && input.route() == null);
  }

  private static CaseState.Registered registered(CaseState state) {
    if (state instanceof CaseState.Registered registered) {
      return registered;
    }
    throw new IllegalStateException("an event leaves a registered case behind");
  }

  /** What became of one input. */
  record Outcome(
      Input input, Result result, List<CaseEvent> events, @Nullable RefusalReason reason) {}
}
