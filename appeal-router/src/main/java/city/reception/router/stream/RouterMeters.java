package city.reception.router.stream;

import city.reception.events.CommitteeAction;
import city.reception.events.IntakeEvent;
import city.reception.events.RoutingDecision;
import city.reception.router.ledger.RecordedInput.Result;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.stream.BatchRecorder.Recorded;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was recorded, and tells of what a person should look at. */
final class RouterMeters {

  private static final Logger log = LoggerFactory.getLogger(RouterMeters.class);

  private final MeterRegistry meters;

  RouterMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Recorded batch) {
    if (batch.redelivered() > 0) {
      log.info("{} inputs came again; their recorded outputs are sent again", batch.redelivered());
    }
    batch.outcomes().forEach(this::count);
  }

  private void count(BatchFold.Outcome outcome) {
    outcome.events().forEach(this::count);
    if (outcome.result() == Result.PARKED) {
      meters
          .counter("reception.dead.letters", "topic", outcome.input().record().topic())
          .increment();
      log.warn(
          "parked {} in its dead-letter topic; ./appeals dead-letters shows why",
          outcome.input().position());
    }
    if (outcome.input() instanceof Input.Decoded routed
        && routed.opinion() != null
        && !outcome.events().isEmpty()) {
      meters
          .counter(
              "reception.router.shadow",
              "outcome",
              routed.opinion().differs() ? "differs" : "agrees")
          .increment();
    }
    if (outcome.input() instanceof Input.Decoded readable && isAction(readable)) {
      meters
          .counter(
              "reception.router.actions",
              "type",
              readable.event().getClass().getSimpleName(),
              "outcome",
              outcome.reason() == null
                  ? outcome.result().name().toLowerCase(Locale.ROOT)
                  : outcome.reason().name().toLowerCase(Locale.ROOT))
          .increment();
    }
  }

  private void count(CaseEvent event) {
    switch (event) {
      case CaseEvent.Registered _ -> meters.counter("reception.router.registered").increment();
      case CaseEvent.Routed routed ->
          meters
              .counter(
                  "reception.router.routed",
                  "committee",
                  routed.route().committee().slug(),
                  "rule",
                  rule(routed.route()))
              .increment();
      case CaseEvent.Reminded _ -> meters.counter("reception.router.reminded").increment();
      case CaseEvent.TakenUp _,
          CaseEvent.Redirected _,
          CaseEvent.Extended _,
          CaseEvent.Answered _,
          CaseEvent.AnsweredInParts _,
          CaseEvent.Withdrawn _,
          CaseEvent.Forwarded _,
          CaseEvent.Split _,
          CaseEvent.PartEnded _,
          CaseEvent.ClarificationAsked _,
          CaseEvent.Clarified _,
          CaseEvent.Refused _,
          CaseEvent.CorrespondenceEnded _,
          CaseEvent.Rated _,
          CaseEvent.Reopened _,
          CaseEvent.InformationRequested _,
          CaseEvent.RequestReplied _,
          CaseEvent.RequestOverdue _,
          CaseEvent.JoinedCampaign _ -> {
        // Counted as actions.
      }
    }
  }

  /** What decided, finer than the contract's word for it. */
  private static String rule(RoutingDecision route) {
    RoutingDecision.Basis basis = route.basis();
    if (basis != null && basis.complaintAbout() != null) {
      return "complaint_about_it";
    }
    if (basis != null && basis.configuredRule() != null) {
      return "configured_rule";
    }
    return route.rule().name().toLowerCase(Locale.ROOT);
  }

  private static boolean isAction(Input.Decoded input) {
    return input.event() instanceof CommitteeAction
        || (input.event() instanceof IntakeEvent && input.route() == null);
  }
}
