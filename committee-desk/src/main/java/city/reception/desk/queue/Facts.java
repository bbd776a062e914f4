package city.reception.desk.queue;

import city.reception.events.AppealJoinedCampaign;
import city.reception.events.AppealRouted;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseClarificationAsked;
import city.reception.events.CaseClarified;
import city.reception.events.CaseCorrespondenceEnded;
import city.reception.events.CaseExtended;
import city.reception.events.CaseForwarded;
import city.reception.events.CaseInformationRequested;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRated;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRefused;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseReopened;
import city.reception.events.CaseRequestReplied;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSplit;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.ClarificationReceived;
import city.reception.events.CommitteeMessage;
import city.reception.events.CommitteeReminded;
import city.reception.events.InformationRequested;
import city.reception.events.RatingReceived;
import city.reception.events.RequestReplied;
import city.reception.events.StatusChanged;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event says beside how the case stands after it, under the names that the contract has for
 * it. What several records say of one event (a change of status, the committee's message, the
 * action itself) is put together by these names; {@link HistoryEntry} reads it.
 */
final class Facts {

  private Facts() {}

  /** What any service of the city may know of it; empty for most events. */
  static Map<String, Object> of(StatusChanged change) {
    return switch (change) {
      case CaseRegistered registered -> only("late", registered.late());
      case CaseExtended extended -> Map.of("days", extended.days());
      case CaseAnswered answered -> only("result", answered.result());
      case CaseForwarded forwarded -> Map.of("late", forwarded.late());
      case CaseSplit split ->
          split.late() == null
              ? Map.of("committees", split.committees())
              : Map.of("committees", split.committees(), "late", split.late());
      case CasePartEnded ended ->
          Map.of("part", ended.part(), "partId", ended.partId(), "outcome", ended.outcome());
      case CaseRefused refused -> Map.of("ground", refused.ground(), "late", refused.late());
      case CaseRated rated -> Map.of("score", rated.score());
      case CaseInformationRequested requested ->
          Map.of("requestId", requested.requestId(), "dueAt", requested.requestDueAt());
      case CaseRequestReplied replied -> Map.of("requestId", replied.requestId());
      case CaseRouted _, CaseTakenUp _, CaseRedirected _, CaseWithdrawn _ -> Map.of();
      case CaseClarificationAsked _, CaseClarified _, CaseCorrespondenceEnded _, CaseReopened _ ->
          Map.of();
    };
  }

  /** What the committee alone is told. */
  static Map<String, Object> of(CommitteeMessage message) {
    return switch (message) {
      case AppealRouted routed ->
          only("reason", routed.reopening() == null ? null : routed.reopening().reason());
      case CommitteeReminded reminded ->
          reminded.requestId() == null
              ? Map.of("timer", reminded.timer())
              : Map.of("timer", reminded.timer(), "requestId", reminded.requestId());
      case ClarificationReceived clarification -> Map.of("text", clarification.text());
      case RatingReceived rating -> only("text", rating.comment());
      case InformationRequested requested ->
          Map.of(
              "actor", requested.requestedBy(),
              "body", requested.body(),
              "question", requested.question(),
              "dueAtExplanation", requested.dueAtExplanation());
      case RequestReplied replied -> Map.of("actor", replied.recordedBy(), "text", replied.text());
      case AppealJoinedCampaign joined -> Map.of("campaign", joined.campaign());
    };
  }

  private static Map<String, Object> only(String name, @Nullable Object value) {
    return value == null ? Map.of() : Map.of(name, value);
  }
}
