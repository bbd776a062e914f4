package city.reception.router.lifecycle;

import city.reception.events.CasePart;
import city.reception.events.CommitteeId;
import city.reception.events.RefusalGround;
import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.CaseCommand.Answer;
import city.reception.router.lifecycle.CaseCommand.AnswerCampaign;
import city.reception.router.lifecycle.CaseCommand.AskClarification;
import city.reception.router.lifecycle.CaseCommand.EndCorrespondence;
import city.reception.router.lifecycle.CaseCommand.Extend;
import city.reception.router.lifecycle.CaseCommand.Forward;
import city.reception.router.lifecycle.CaseCommand.OfCommittee;
import city.reception.router.lifecycle.CaseCommand.RecordRequestReply;
import city.reception.router.lifecycle.CaseCommand.Redirect;
import city.reception.router.lifecycle.CaseCommand.Refuse;
import city.reception.router.lifecycle.CaseCommand.RequestInformation;
import city.reception.router.lifecycle.CaseCommand.Split;
import city.reception.router.lifecycle.CaseCommand.Split.NewPart;
import city.reception.router.lifecycle.CaseCommand.TakeUp;
import city.reception.router.lifecycle.Decision.Accepted;
import city.reception.router.lifecycle.Decision.Refused;
import java.util.ArrayList;
import java.util.List;

/** What follows from what a committee asks. */
final class CommitteeActions {

  /** More open requests than this would make a case unwieldy. */
  private static final int MOST_REQUESTS = 20;

  private final Deadlines deadlines;
  private final Timers timers;

  CommitteeActions(Deadlines deadlines, Timers timers) {
    this.deadlines = deadlines;
    this.timers = timers;
  }

  Decision decide(CaseState state, OfCommittee command) {
    return switch (state) {
      case CaseState.Unregistered() -> new Refused(RefusalReason.UNKNOWN_APPEAL);
      case CaseState.Registered registered
          when !command.by().equals(registered.file().committee()) ->
          new Refused(RefusalReason.NOT_THE_HOLDER);
      case CaseState.Over over -> new Refused(ResidentActions.whyOver(over));
      case CaseState.Open open when command.expectedVersion() != open.file().version() ->
          new Refused(RefusalReason.STALE_VERSION);
      case CaseState.Open open -> onOpen(open, command);
    };
  }

  private Decision onOpen(CaseState.Open state, OfCommittee command) {
    CaseFile file = state.file();
    boolean split = state instanceof CaseState.Split;
    return switch (command) {
      case Extend extend -> extend(file, extend);
      case RequestInformation request -> request(file, request);
      case RecordRequestReply reply -> reply(file, reply);
      case TakeUp _,
          Redirect _,
          Answer _,
          AnswerCampaign _,
          Forward _,
          Split _,
          AskClarification _,
          Refuse _,
          EndCorrespondence _
          when split ->
          new Refused(RefusalReason.IS_SPLIT);
      case TakeUp takeUp ->
          state instanceof CaseState.TakenUp || state instanceof CaseState.ClarificationAsked
              ? new Refused(RefusalReason.ALREADY_TAKEN_UP)
              : Decision.changing(
                  new CaseEvent.TakenUp(next(file), 0, takeUp.at(), takeUp.actor()));
      case Redirect redirect -> redirect(file, redirect);
      case Answer answer ->
          Decision.closing(
              file,
              new CaseEvent.Answered(
                  next(file), 0, answer.at(), answer.text(), answer.actor(), answer.result()));
      case AnswerCampaign answer ->
          file.progress().allTies().campaign() == null
              ? new Refused(RefusalReason.NOT_IN_A_CAMPAIGN)
              : Decision.closing(
                  file,
                  new CaseEvent.Answered(
                      next(file), 0, answer.at(), answer.text(), answer.actor(), answer.result()));
      case Forward forward -> forward(file, forward);
      case Split newParts -> split(file, newParts);
      case AskClarification _ when file.isPart() -> new Refused(RefusalReason.IS_A_PART);
      case AskClarification ask ->
          Decision.changing(
              new CaseEvent.ClarificationAsked(
                  next(file), 0, ask.at(), ask.question(), ask.actor()));
      case Refuse refuse -> refuse(file, refuse);
      case EndCorrespondence end ->
          file.progress().allTies().repeatOf() == null
              ? new Refused(RefusalReason.NOT_A_REPEAT)
              : Decision.closing(
                  file,
                  new CaseEvent.CorrespondenceEnded(
                      next(file), 0, end.at(), end.reason(), end.actor()));
    };
  }

  private static int next(CaseFile file) {
    return file.version() + 1;
  }

  private RuleSet rules(CaseFile file) {
    return deadlines.of(file.progress().rules());
  }

  /** What has gone round, or far enough, goes to the reception's clerks. */
  private Decision redirect(CaseFile file, Redirect command) {
    if (!command.toExists()) {
      return new Refused(RefusalReason.UNKNOWN_COMMITTEE);
    }
    if (command.to().equals(command.by())) {
      return new Refused(RefusalReason.SAME_COMMITTEE);
    }
    if (isComplainedAbout(file, command.to())) {
      return new Refused(RefusalReason.COMPLAINED_ABOUT);
    }
    List<CommitteeId> way = file.progress().passedOnBy();
    boolean clerksDecide =
        !command.by().equals(CommitteeId.RECEPTION)
            && !command.to().equals(CommitteeId.RECEPTION)
            && (way.contains(command.to()) || way.size() >= rules(file).redirectLimit());
    return Decision.changing(
        new CaseEvent.Redirected(
            next(file),
            0,
            command.at(),
            command.by(),
            clerksDecide ? CommitteeId.RECEPTION : command.to(),
            command.reason(),
            command.actor(),
            clerksDecide ? command.to() : null));
  }

  private static boolean isComplainedAbout(CaseFile file, CommitteeId committee) {
    return committee.equals(file.progress().allTies().complaintAbout());
  }

  /** Reminders begin anew: those of the old deadline say nothing any more. */
  private Decision extend(CaseFile file, Extend command) {
    if (file.isPart()) {
      return new Refused(RefusalReason.IS_A_PART);
    }
    if (file.progress().isExtended()) {
      return new Refused(RefusalReason.ALREADY_EXTENDED);
    }
    RuleSet rules = rules(file);
    if (command.days() < 1 || command.days() > rules.extension().days()) {
      return new Refused(RefusalReason.EXTENSION_OUT_OF_BOUNDS);
    }
    Deadline due =
        deadlines.extended(
            rules, file.termFrom(), file.progress().reopened() != null, command.days());
    return new Accepted(
        List.of(
            new CaseEvent.Extended(
                next(file),
                0,
                command.at(),
                command.days(),
                due.at(),
                due.explanation(),
                command.reason(),
                command.actor())),
        timers.begunAnew(file, due.at(), command.at()).toList());
  }

  private Decision forward(CaseFile file, Forward command) {
    RuleSet rules = rules(file);
    return Decision.closing(
        file,
        new CaseEvent.Forwarded(
            next(file),
            0,
            command.at(),
            command.toBody(),
            command.reason(),
            command.actor(),
            deadlines.isLate(rules, file.termFrom(), rules.forward().days(), command.at())));
  }

  private Decision split(CaseFile file, Split command) {
    if (file.isPart()) {
      return new Refused(RefusalReason.IS_A_PART);
    }
    List<CasePart> parts = new ArrayList<>();
    for (NewPart part : command.parts()) {
      if (!part.committeeExists()) {
        return new Refused(RefusalReason.UNKNOWN_COMMITTEE);
      }
      if (isComplainedAbout(file, part.committee())) {
        return new Refused(RefusalReason.COMPLAINED_ABOUT);
      }
      parts.add(new CasePart(parts.size() + 1, part.id(), part.committee(), part.question()));
    }
    RuleSet rules = rules(file);
    return Decision.changing(
        new CaseEvent.Split(
            next(file),
            0,
            command.at(),
            parts,
            command.reason(),
            command.actor(),
            deadlines.isLate(rules, file.termFrom(), rules.split().days(), command.at())));
  }

  private Decision refuse(CaseFile file, Refuse command) {
    RuleSet rules = rules(file);
    Ground ground = rules.grounds().get(command.ground());
    if (ground == null) {
      return new Refused(RefusalReason.GROUND_NOT_ALLOWED);
    }
    if (command.ground() == RefusalGround.ALREADY_PUBLISHED && command.publishedAt() == null) {
      return new Refused(RefusalReason.PUBLISHED_ADDRESS_MISSING);
    }
    Integer days = ground.days();
    return Decision.closing(
        file,
        new CaseEvent.Refused(
            next(file),
            0,
            command.at(),
            command.ground(),
            ground.explanation(),
            command.text(),
            command.publishedAt(),
            command.actor(),
            days != null && deadlines.isLate(rules, file.termFrom(), days, command.at())));
  }

  private Decision request(CaseFile file, RequestInformation command) {
    Requests before = file.progress().allRequests();
    if (before.open().size() >= MOST_REQUESTS) {
      return new Refused(RefusalReason.TOO_MANY_REQUESTS);
    }
    Deadline due = deadlines.request(rules(file), command.at());
    return new Accepted(
        List.of(
            new CaseEvent.InformationRequested(
                next(file),
                0,
                command.at(),
                command.request(),
                command.body(),
                command.question(),
                due.at(),
                due.explanation(),
                command.actor())),
        timers.of(before, before.asked(command.request(), due.at())).toList());
  }

  private Decision reply(CaseFile file, RecordRequestReply command) {
    Requests before = file.progress().allRequests();
    return before.awaits(command.request())
        ? new Accepted(
            List.of(
                new CaseEvent.RequestReplied(
                    next(file),
                    0,
                    command.at(),
                    command.request(),
                    command.text(),
                    command.actor())),
            timers.of(before, before.replied(command.request())).toList())
        : new Refused(RefusalReason.UNKNOWN_REQUEST);
  }
}
