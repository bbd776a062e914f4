package city.reception.router.publication;

import city.reception.events.AnswerGiven;
import city.reception.events.CasePart;
import city.reception.events.CaseSummary;
import city.reception.events.CorrespondenceEndExplained;
import city.reception.events.ExtensionExplained;
import city.reception.events.ForwardExplained;
import city.reception.events.PartAnswerGiven;
import city.reception.events.QuestionAsked;
import city.reception.events.RefusalExplained;
import city.reception.events.Reply;
import city.reception.events.SplitExplained;
import city.reception.events.Topics;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseFile;
import java.util.stream.Stream;

/** What the resident is told in words. Of a part they hear through the whole. */
final class Replies {

  private Replies() {}

  static Stream<Announcement<?>> of(CaseSummary summary, CaseEvent event, CaseFile file) {
    return file.isPart()
        ? Stream.of()
        : reply(summary, event).map(reply -> new Announcement<>(Topics.REPLY, reply));
  }

  private static Stream<Reply> reply(CaseSummary summary, CaseEvent event) {
    return switch (event) {
      case CaseEvent.Extended extended ->
          Stream.of(
              new ExtensionExplained(
                  summary, extended.at(), extended.days(), extended.reason(), extended.actor()));
      case CaseEvent.Answered answered ->
          Stream.of(new AnswerGiven(summary, answered.at(), answered.text(), answered.actor()));
      case CaseEvent.Forwarded forwarded ->
          Stream.of(
              new ForwardExplained(
                  summary,
                  forwarded.at(),
                  forwarded.toBody(),
                  forwarded.reason(),
                  forwarded.actor()));
      case CaseEvent.Split split ->
          Stream.of(
              new SplitExplained(
                  summary, split.at(), split.parts(), split.reason(), split.actor()));
      case CaseEvent.PartEnded ended ->
          Stream.of(
              new PartAnswerGiven(
                  summary,
                  ended.at(),
                  new CasePart(
                      ended.part().number(),
                      ended.part().appealId(),
                      ended.committee(),
                      ended.part().question()),
                  ended.outcome(),
                  ended.explanation(),
                  ended.text(),
                  ended.publishedAt(),
                  ended.actor()));
      case CaseEvent.ClarificationAsked asked ->
          Stream.of(new QuestionAsked(summary, asked.at(), asked.question(), asked.actor()));
      case CaseEvent.Refused refused ->
          Stream.of(
              new RefusalExplained(
                  summary,
                  refused.at(),
                  refused.ground(),
                  refused.explanation(),
                  refused.text(),
                  refused.publishedAt(),
                  refused.actor()));
      case CaseEvent.CorrespondenceEnded ended ->
          Stream.of(
              new CorrespondenceEndExplained(summary, ended.at(), ended.reason(), ended.actor()));
      case CaseEvent.Registered _,
          CaseEvent.Routed _,
          CaseEvent.TakenUp _,
          CaseEvent.Redirected _,
          CaseEvent.AnsweredInParts _,
          CaseEvent.Withdrawn _,
          CaseEvent.Clarified _,
          CaseEvent.Rated _,
          CaseEvent.Reopened _,
          CaseEvent.InformationRequested _,
          CaseEvent.RequestReplied _,
          CaseEvent.RequestOverdue _,
          CaseEvent.JoinedCampaign _,
          CaseEvent.Reminded _ ->
          Stream.of();
    };
  }
}
