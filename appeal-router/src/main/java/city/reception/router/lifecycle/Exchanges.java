package city.reception.router.lifecycle;

import city.reception.events.Correspondence;
import city.reception.events.Correspondence.Exchange;
import city.reception.events.Correspondence.Kind;
import city.reception.events.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked and said in a case, kept within bounds for the committees to come. */
final class Exchanges {

  private Exchanges() {}

  static Exchange of(CaseFile file, CaseEvent.ClarificationAsked asked) {
    return new Exchange(
        Kind.CLARIFICATION_ASKED,
        asked.at(),
        file.committee(),
        asked.actor(),
        asked.question(),
        null,
        null,
        null);
  }

  static Exchange of(CaseFile file, CaseEvent.Clarified clarified) {
    return new Exchange(
        Kind.CLARIFIED, clarified.at(), file.committee(), null, clarified.text(), null, null, null);
  }

  static Exchange of(CaseFile file, CaseEvent.InformationRequested requested) {
    return new Exchange(
        Kind.INFORMATION_REQUESTED,
        requested.at(),
        file.committee(),
        requested.actor(),
        requested.question(),
        requested.request(),
        requested.body(),
        requested.dueAt());
  }

  static Exchange of(CaseFile file, CaseEvent.RequestReplied replied) {
    return new Exchange(
        Kind.REQUEST_REPLIED,
        replied.at(),
        file.committee(),
        replied.actor(),
        replied.text(),
        replied.request(),
        null,
        null);
  }

  /** Whether the resident's words are among {@code earlier}. */
  static boolean hasHeard(@Nullable Correspondence earlier, String words) {
    return earlier != null
        && earlier.exchanges().stream()
            .anyMatch(each -> each.kind() == Kind.CLARIFIED && each.text().equals(words));
  }

  /** {@code earlier} with one more; the earliest make room for it. */
  static Correspondence after(@Nullable Correspondence earlier, Exchange exchange) {
    List<Exchange> exchanges = new ArrayList<>(earlier == null ? List.of() : earlier.exchanges());
    int leftOut = earlier == null ? 0 : earlier.leftOut();
    exchanges.add(exchange);
    while (exchanges.size() > Limits.EXCHANGES
        || exchanges.stream().mapToInt(each -> each.text().length()).sum()
            > Limits.CORRESPONDENCE) {
      exchanges.removeFirst();
      leftOut++;
    }
    return new Correspondence(exchanges, leftOut);
  }
}
