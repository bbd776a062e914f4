package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.Correspondence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come, beyond its state. What most cases never have is null, and so were all
 * things that came with a later version of the service.
 *
 * @param rules the rule set under which it was registered, and which it keeps
 * @param generation of its deadline and timers: from 1, one more with an extension or a reopening
 * @param waitsFor the one timer that is set for its deadline; null when nothing is to come
 * @param passedOnBy the committees that passed it on since the reception's clerks last decided
 * @param ties to what else it is tied
 * @param parts into what it is split
 * @param requests the requests of deputies that await a reply
 * @param lastAnswer the answer after which it rests
 * @param reopened when it was last opened again
 * @param correspondence what was asked and said in it, for the committees to come
 */
public record CaseProgress(
    String rules,
    int generation,
    @Nullable CaseTimer waitsFor,
    List<CommitteeId> passedOnBy,
    @Nullable Ties ties,
    @Nullable Parts parts,
    @Nullable Requests requests,
    @Nullable LastAnswer lastAnswer,
    @Nullable Reopened reopened,
    @Nullable Correspondence correspondence) {

  static final int FIRST_GENERATION = 1;

  public CaseProgress {
    passedOnBy = List.copyOf(passedOnBy);
  }

  static CaseProgress under(
      RuleSet rules,
      @Nullable CaseTimer waitsFor,
      @Nullable Ties ties,
      @Nullable Correspondence correspondence) {
    return new CaseProgress(
        rules.id(),
        FIRST_GENERATION,
        waitsFor,
        List.of(),
        ties,
        null,
        null,
        null,
        null,
        correspondence);
  }

  /** To what it is tied, or {@link Ties#NONE}. */
  public Ties allTies() {
    return Objects.requireNonNullElse(ties, Ties.NONE);
  }

  /** The requests that await a reply, or none. */
  Requests allRequests() {
    return Objects.requireNonNullElse(requests, Requests.NONE);
  }

  /** The deadline has moved, and with it all that is waited for. */
  CaseProgress extended(@Nullable CaseTimer timer) {
    return new CaseProgress(
        rules,
        generation + 1,
        timer,
        passedOnBy,
        ties,
        parts,
        requests,
        lastAnswer,
        reopened,
        correspondence);
  }

  /** Whether the term that runs was extended. */
  boolean isExtended() {
    return generation > (reopened == null ? FIRST_GENERATION : reopened.generation());
  }

  CaseProgress waitingFor(@Nullable CaseTimer timer) {
    return new CaseProgress(
        rules,
        generation,
        timer,
        passedOnBy,
        ties,
        parts,
        requests,
        lastAnswer,
        reopened,
        correspondence);
  }

  /** Nothing is waited for any more. */
  CaseProgress over() {
    return waitingFor(null).withRequests(requests == null ? null : requests.over());
  }

  /** A clerk's decision begins a new way. */
  CaseProgress passedOn(CommitteeId from) {
    List<CommitteeId> way = new ArrayList<>();
    if (!from.equals(CommitteeId.RECEPTION)) {
      way.addAll(passedOnBy);
      way.add(from);
    }
    return new CaseProgress(
        rules,
        generation,
        waitsFor,
        way,
        ties,
        parts,
        requests,
        lastAnswer,
        reopened,
        correspondence);
  }

  CaseProgress with(Ties newTies) {
    return new CaseProgress(
        rules,
        generation,
        waitsFor,
        passedOnBy,
        newTies.equals(Ties.NONE) ? null : newTies,
        parts,
        requests,
        lastAnswer,
        reopened,
        correspondence);
  }

  CaseProgress with(Parts newParts) {
    return new CaseProgress(
        rules,
        generation,
        waitsFor,
        passedOnBy,
        ties,
        newParts,
        requests,
        lastAnswer,
        reopened,
        correspondence);
  }

  CaseProgress withRequests(@Nullable Requests newRequests) {
    return new CaseProgress(
        rules,
        generation,
        waitsFor,
        passedOnBy,
        ties,
        parts,
        newRequests,
        lastAnswer,
        reopened,
        correspondence);
  }

  CaseProgress with(LastAnswer answer) {
    return new CaseProgress(
        rules,
        generation,
        waitsFor,
        passedOnBy,
        ties,
        parts,
        requests,
        answer,
        reopened,
        correspondence);
  }

  /** Open again, with a new term and a new way. */
  CaseProgress reopened(CaseEvent.Reopened event, @Nullable CaseTimer timer) {
    return new CaseProgress(
        rules,
        generation + 1,
        timer,
        List.of(),
        ties,
        null,
        requests,
        null,
        new Reopened(event.at(), generation + 1),
        correspondence);
  }

  /** Something more was asked or said. */
  CaseProgress with(Correspondence.Exchange exchange) {
    return new CaseProgress(
        rules,
        generation,
        waitsFor,
        passedOnBy,
        ties,
        parts,
        requests,
        lastAnswer,
        reopened,
        Exchanges.after(correspondence, exchange));
  }
}
