package city.reception.router.lifecycle;

import city.reception.events.CaseCopy;
import city.reception.events.CommitteeId;
import city.reception.events.IdentityAssurance;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Basis;
import city.reception.events.RoutingDecision.Rule;
import city.reception.router.lifecycle.CaseCommand.Register;
import city.reception.router.lifecycle.Decision.Accepted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case begins: entered in the registry and given to a committee, both at once. */
final class Registrations {

  private static final int FIRST_VERSION = 1;

  private final Deadlines deadlines;
  private final Timers timers;

  Registrations(Deadlines deadlines, Timers timers) {
    this.deadlines = deadlines;
    this.timers = timers;
  }

  Accepted of(Register command) {
    RuleSet rules = deadlines.inForceAt(command.at());
    return registered(
        rules,
        command.number(),
        command.content(),
        command.bodyDigest(),
        deadlines.answer(rules, command.at()),
        command.ties(),
        late(rules, command),
        route(rules, command.content(), command.route()),
        command.at());
  }

  /** A part of a split appeal: it has the deadline of the whole, and goes to whom it was given. */
  Accepted ofPart(RegistrationNumber number, CaseCopy copy, Instant at) {
    return registered(
        deadlines.inForceAt(at),
        number,
        AppealContent.of(copy),
        "part-of-" + copy.part().parent(),
        new Deadline(copy.dueAt(), copy.dueAtExplanation()),
        Ties.partOf(copy.part().parent()),
        null,
        route(copy),
        at);
  }

  private Accepted registered(
      RuleSet rules,
      RegistrationNumber number,
      AppealContent content,
      String bodyDigest,
      Deadline due,
      Ties ties,
      @Nullable Boolean late,
      RoutingDecision route,
      Instant at) {
    return new Accepted(
        List.of(
            new CaseEvent.Registered(
                FIRST_VERSION,
                0,
                at,
                number,
                content,
                bodyDigest,
                due.at(),
                due.explanation(),
                rules.id(),
                ties.equals(Ties.NONE) ? null : ties,
                late),
            new CaseEvent.Routed(FIRST_VERSION, 1, at, route)),
        timers.begun(rules, due.at(), CaseProgress.FIRST_GENERATION, at).toList());
  }

  /** 59-FZ, article 8.2. Only a paper letter lies somewhere before it is registered. */
  private @Nullable Boolean late(RuleSet rules, Register command) {
    LocalDate receivedOn = command.content().receivedOn();
    return receivedOn == null ? null : deadlines.isRegisteredLate(rules, receivedOn, command.at());
  }

  /**
   * Only an electronic appeal must come from a sender identified. Whether it is one, the channel
   * says by its assurance, never the appeal: anybody could name a day of receipt.
   */
  private static RoutingDecision route(RuleSet rules, AppealContent content, RoutingDecision own) {
    IdentityAssurance assurance = content.identityAssurance();
    boolean clerksDecide =
        rules.unidentifiedSender() == UnidentifiedSender.RECEPTION
            && assurance != null
            && !assurance.isIdentified()
            && !own.committee().equals(CommitteeId.RECEPTION);
    return clerksDecide
        ? new RoutingDecision(
            CommitteeId.RECEPTION,
            Rule.UNCERTAIN,
            own.classifier(),
            new LocalizedText(
                "Канал не удостоверяет отправителя, поэтому сначала решает приёмная. "
                    + own.explanation().ru(),
                "The channel identifies no sender, so the reception decides first. "
                    + own.explanation().en()),
            own.candidates(),
            own.basis())
        : own;
  }

  private static RoutingDecision route(CaseCopy copy) {
    CommitteeId about = copy.complaintAbout();
    return new RoutingDecision(
        copy.committee(),
        Rule.PART,
        "committee",
        new LocalizedText(
            "Часть %d обращения %s, разделённого комитетом (%s)."
                .formatted(
                    copy.part().number(), copy.part().parentNumber(), copy.split().fromCommittee()),
            "Part %d of appeal %s, which a committee (%s) split."
                .formatted(
                    copy.part().number(),
                    copy.part().parentNumber(),
                    copy.split().fromCommittee())),
        List.of(),
        about == null ? null : new Basis(List.of(), null, about, null));
  }
}
