package city.reception.router.lifecycle;

import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.CaseCommand.EndPart;
import city.reception.router.lifecycle.CaseCommand.OfCampaign;
import city.reception.router.lifecycle.CaseCommand.OfCommittee;
import city.reception.router.lifecycle.CaseCommand.OfParent;
import city.reception.router.lifecycle.CaseCommand.OfResident;
import city.reception.router.lifecycle.CaseCommand.RaiseRequest;
import city.reception.router.lifecycle.CaseCommand.RaiseTimer;
import city.reception.router.lifecycle.CaseCommand.Register;
import city.reception.router.lifecycle.Decision.Refused;

/**
 * The rules of a case's life. {@link #decide} says what follows from a command, {@link #evolve}
 * what the case is after an event; a case is the fold of its events. Both are total and pure: no
 * clock, no chance, no exception.
 */
public final class CaseLifecycle {

  private final Registrations registrations;
  private final ResidentActions residents;
  private final CommitteeActions committees;
  private final PartCases parts;
  private final Timers timers;
  private final Evolution evolution;

  public CaseLifecycle(Deadlines deadlines) {
    this.timers = new Timers(deadlines);
    this.registrations = new Registrations(deadlines, timers);
    this.residents = new ResidentActions(deadlines, timers);
    this.committees = new CommitteeActions(deadlines, timers);
    this.parts = new PartCases(registrations, timers);
    this.evolution = new Evolution(deadlines);
  }

  /** What follows from {@code command} when the case is in {@code state}. */
  public Decision decide(CaseState state, CaseCommand command) {
    return switch (command) {
      case Register register -> register(state, register);
      case OfResident action -> residents.decide(state, action);
      case OfCommittee action -> committees.decide(state, action);
      case OfParent signal -> parts.decide(state, signal);
      case OfCampaign signal -> CampaignMembers.decide(state, signal);
      case EndPart signal -> parts.ended(state, signal);
      case RaiseTimer timer -> timers.raise(state, timer);
      case RaiseRequest timer -> timers.raise(state, timer);
    };
  }

  /** The case after {@code event}. Events come from {@link #decide} alone, in their order. */
  public CaseState evolve(CaseState state, CaseEvent event) {
    return evolution.evolve(state, event);
  }

  private Decision register(CaseState state, Register command) {
    return switch (state) {
      case CaseState.Unregistered() -> registrations.of(command);
      case CaseState.Registered registered ->
          registered.file().bodyDigest().equals(command.bodyDigest())
              ? Decision.nothing()
              : new Refused(RefusalReason.KEY_REUSED);
    };
  }
}
