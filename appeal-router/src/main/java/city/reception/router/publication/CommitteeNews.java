package city.reception.router.publication;

import city.reception.events.AppealJoinedCampaign;
import city.reception.events.AppealRouted;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTimer;
import city.reception.events.ClarificationReceived;
import city.reception.events.CommitteeId;
import city.reception.events.CommitteeMessage;
import city.reception.events.CommitteeReminded;
import city.reception.events.InformationRequested;
import city.reception.events.LocalizedText;
import city.reception.events.RatingReceived;
import city.reception.events.Reopening;
import city.reception.events.RequestReplied;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Rule;
import city.reception.events.Topics;
import city.reception.events.Transfer;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseFile;
import city.reception.router.lifecycle.Ties;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the committee that holds the case is told. */
final class CommitteeNews {

  private static final String BY_HAND = "committee";

  private CommitteeNews() {}

  static Stream<Announcement<?>> of(CaseSummary summary, CaseEvent event, CaseFile file) {
    return news(summary, event, file)
        .map(message -> new Announcement<>(Topics.routed(holder(file)), message));
  }

  private static Stream<CommitteeMessage> news(
      CaseSummary summary, CaseEvent event, CaseFile file) {
    return switch (event) {
      case CaseEvent.Routed routed -> Stream.of(routed(summary, file, routed.route(), null, null));
      case CaseEvent.Redirected redirected ->
          Stream.of(
              routed(
                  summary,
                  file,
                  new RoutingDecision(
                      redirected.to(),
                      Rule.REDIRECT,
                      BY_HAND,
                      explanation(redirected),
                      List.of(),
                      null),
                  new Transfer(
                      redirected.from(), redirected.reason(), redirected.actor(), redirected.at()),
                  null));
      case CaseEvent.Reopened reopened ->
          Stream.of(
              routed(
                  summary,
                  file,
                  new RoutingDecision(
                      holder(file),
                      Rule.REOPENING,
                      BY_HAND,
                      new LocalizedText(
                          "Заявитель не согласен с ответом этого комитета.",
                          "The resident is not content with this committee's answer."),
                      List.of(),
                      null),
                  null,
                  new Reopening(reopened.reason(), reopened.at())));
      case CaseEvent.Clarified clarified ->
          Stream.of(new ClarificationReceived(summary, clarified.at(), clarified.text()));
      case CaseEvent.Rated rated ->
          Stream.of(new RatingReceived(summary, rated.at(), rated.score(), rated.comment()));
      case CaseEvent.InformationRequested requested ->
          Stream.of(
              new InformationRequested(
                  summary,
                  requested.at(),
                  requested.request(),
                  requested.body(),
                  requested.question(),
                  requested.dueAt(),
                  requested.dueAtExplanation(),
                  requested.actor()));
      case CaseEvent.RequestReplied replied ->
          Stream.of(
              new RequestReplied(
                  summary, replied.at(), replied.request(), replied.text(), replied.actor()));
      case CaseEvent.RequestOverdue overdue ->
          Stream.of(
              new CommitteeReminded(
                  summary, CaseTimer.REQUEST_DUE, overdue.at(), overdue.request()));
      case CaseEvent.JoinedCampaign joined ->
          Stream.of(new AppealJoinedCampaign(summary, joined.at(), joined.campaign()));
      case CaseEvent.Reminded reminded ->
          Stream.of(new CommitteeReminded(summary, reminded.timer(), reminded.at()));
      case CaseEvent.Registered _,
          CaseEvent.TakenUp _,
          CaseEvent.Extended _,
          CaseEvent.Answered _,
          CaseEvent.AnsweredInParts _,
          CaseEvent.Withdrawn _,
          CaseEvent.Forwarded _,
          CaseEvent.Split _,
          CaseEvent.PartEnded _,
          CaseEvent.ClarificationAsked _,
          CaseEvent.Refused _,
          CaseEvent.CorrespondenceEnded _ ->
          Stream.of();
    };
  }

  private static AppealRouted routed(
      CaseSummary summary,
      CaseFile file,
      RoutingDecision route,
      @Nullable Transfer transfer,
      @Nullable Reopening reopening) {
    AppealContent content = file.content();
    Ties ties = file.progress().allTies();
    return new AppealRouted(
        summary,
        content.kind(),
        content.channel(),
        content.applicant(),
        content.addressee(),
        content.subject(),
        content.text(),
        content.location(),
        content.receivedOn(),
        content.receivedAt(),
        route,
        transfer,
        content.identityAssurance(),
        content.part(),
        reopening,
        ties.repeatOf(),
        ties.campaign(),
        content.initiativeDirection(),
        file.progress().correspondence());
  }

  private static LocalizedText explanation(CaseEvent.Redirected event) {
    CommitteeId askedFor = event.askedFor();
    return askedFor == null
        ? new LocalizedText(
            "Перенаправлено из другого комитета (" + event.from() + ").",
            "Redirected by another committee (" + event.from() + ").")
        : new LocalizedText(
            "Комитет (%s) просил передать обращение в другой (%s), но его передавали слишком часто или оно там уже было: решает приёмная."
                .formatted(event.from(), askedFor),
            "The committee (%s) asked for another one (%s), but the appeal was passed on too often or has been there already: the reception decides."
                .formatted(event.from(), askedFor));
  }

  private static CommitteeId holder(CaseFile file) {
    CommitteeId committee = file.committee();
    if (committee == null) {
      throw new IllegalStateException("only a routed case has news for a committee");
    }
    return committee;
  }
}
