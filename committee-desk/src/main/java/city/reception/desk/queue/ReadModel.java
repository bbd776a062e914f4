package city.reception.desk.queue;

import city.reception.events.ActionOutcome;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealJoinedCampaign;
import city.reception.events.AppealRouted;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseSignal;
import city.reception.events.CaseSummary;
import city.reception.events.ClarificationReceived;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeMessage;
import city.reception.events.CommitteeReminded;
import city.reception.events.InformationRequested;
import city.reception.events.IntakeEvent;
import city.reception.events.NoticeDelivery;
import city.reception.events.RatingReceived;
import city.reception.events.Reply;
import city.reception.events.RequestReplied;
import city.reception.events.StatusChanged;
import city.reception.starter.deadletter.UnprocessableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the cases. Events may come in any order between topics, again, and after newer ones: only
 * what is newer by version and index changes a case, and each event enters its history once.
 */
@Component
public class ReadModel {

  static final Comparator<CaseSummary> AGE =
      Comparator.comparingInt(CaseSummary::version).thenComparingInt(CaseSummary::index);

  private final CaseTables cases;
  private final ActionLedger actions;
  private final TransactionTemplate transaction;

  ReadModel(CaseTables cases, ActionLedger actions, TransactionTemplate transaction) {
    this.cases = cases;
    this.actions = actions;
    this.transaction = transaction;
  }

  /** Takes in what one poll brought: all of it or, by throwing, nothing. */
  public void apply(Collection<? extends AppealEvent> events) {
    Changes changes = new Changes();
    events.forEach(changes::add);
    transaction.executeWithoutResult(status -> {
      cases.keepNewest(changes.newest.values());
      cases.keepNewestContent(changes.contents.values());
      cases.joinCampaigns(changes.campaigns.values());
      cases.addHistory(changes.history);
      cases.addTransfers(changes.transfers);
      cases.addMessages(changes.messages);
      actions.settle(changes.outcomes);
    });
  }

  /** What a poll comes down to, ordered by appeal so that no two writers wait for each other. */
  private static final class Changes {

    private final Map<UUID, CaseSummary> newest = new TreeMap<>();
    private final Map<UUID, AppealRouted> contents = new TreeMap<>();
    private final Map<UUID, AppealJoinedCampaign> campaigns = new TreeMap<>();
    private final List<CaseTables.HistoryRow> history = new ArrayList<>();
    private final List<AppealRouted> transfers = new ArrayList<>();
    private final List<CaseTables.MessageRow> messages = new ArrayList<>();
    private final List<ActionOutcome> outcomes = new ArrayList<>();

    private void add(AppealEvent event) {
      switch (event) {
        case StatusChanged change -> {
          stands(change.summary());
          history.add(
              new CaseTables.HistoryRow(
                  change.summary(),
                  HistoryEvent.of(change),
                  change.at(),
                  change instanceof CaseRedirected redirected ? redirected.fromCommittee() : null,
                  Facts.of(change)));
        }
        case CommitteeReminded reminded -> {
          stands(reminded.summary());
          history.add(
              new CaseTables.HistoryRow(
                  reminded.summary(),
                  HistoryEvent.of(reminded),
                  reminded.at(),
                  null,
                  Facts.of(reminded)));
        }
        case AppealRouted routed -> {
          stands(routed.summary());
          contents.merge(
              routed.appealId().value(),
              routed,
              (a, b) -> AGE.compare(a.summary(), b.summary()) >= 0 ? a : b);
          if (routed.transfer() != null) {
            transfers.add(routed);
          }
          if (routed.reopening() != null) {
            says(routed, HistoryEvent.REOPENED);
          }
        }
        case ClarificationReceived message -> tells(message, HistoryEvent.CLARIFIED);
        case RatingReceived message -> tells(message, HistoryEvent.RATED);
        case InformationRequested message -> tells(message, HistoryEvent.INFORMATION_REQUESTED);
        case RequestReplied message -> tells(message, HistoryEvent.REQUEST_REPLIED);
        case AppealJoinedCampaign joined -> {
          stands(joined.summary());
          campaigns.merge(
              joined.appealId().value(),
              joined,
              (a, b) -> AGE.compare(a.summary(), b.summary()) >= 0 ? a : b);
        }
        case ActionOutcome outcome -> outcomes.add(outcome);
        case IntakeEvent other -> foreign(other.appealId());
        case CommitteeAction other -> foreign(other.appealId());
        case CaseSignal other -> foreign(other.appealId());
        case Reply other -> foreign(other.appealId());
        case NoticeDelivery other -> foreign(other.appealId());
      }
    }

    private void tells(CommitteeMessage message, HistoryEvent event) {
      stands(message.summary());
      says(message, event);
    }

    private void says(CommitteeMessage message, HistoryEvent event) {
      messages.add(new CaseTables.MessageRow(message.summary(), event, Facts.of(message)));
    }

    private void stands(CaseSummary summary) {
      newest.merge(summary.appealId().value(), summary, (a, b) -> AGE.compare(a, b) >= 0 ? a : b);
    }

    private static void foreign(AppealId appeal) {
      throw new UnprocessableException("nothing that a desk follows, of appeal " + appeal);
    }
  }
}
