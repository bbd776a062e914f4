package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.Correspondence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
    return but(draft -> {
      draft.generation++;
      draft.waitsFor = timer;
    });
  }

  /** Whether the term that runs was extended. */
  boolean isExtended() {
    return generation > (reopened == null ? FIRST_GENERATION : reopened.generation());
  }

  CaseProgress waitingFor(@Nullable CaseTimer timer) {
    return but(draft -> draft.waitsFor = timer);
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
    return but(draft -> draft.passedOnBy = way);
  }

  CaseProgress with(Ties newTies) {
    return but(draft -> draft.ties = newTies.equals(Ties.NONE) ? null : newTies);
  }

  CaseProgress with(Parts newParts) {
    return but(draft -> draft.parts = newParts);
  }

  CaseProgress withRequests(@Nullable Requests newRequests) {
    return but(draft -> draft.requests = newRequests);
  }

  CaseProgress with(LastAnswer answer) {
    return but(draft -> draft.lastAnswer = answer);
  }

  /** Open again, with a new term and a new way. */
  CaseProgress reopened(CaseEvent.Reopened event, @Nullable CaseTimer timer) {
    return but(draft -> {
      draft.generation++;
      draft.waitsFor = timer;
      draft.passedOnBy = List.of();
      draft.parts = null;
      draft.lastAnswer = null;
      draft.reopened = new Reopened(event.at(), draft.generation);
    });
  }

  /** Something more was asked or said. */
  CaseProgress with(Correspondence.Exchange exchange) {
    return but(draft -> draft.correspondence = Exchanges.after(correspondence, exchange));
  }

  private CaseProgress but(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.progress();
  }

  /** The same, to be changed: each change names what it changes and nothing else. */
  private static final class Draft {

    private final String rules;
    private int generation;
    private @Nullable CaseTimer waitsFor;
    private List<CommitteeId> passedOnBy;
    private @Nullable Ties ties;
    private @Nullable Parts parts;
    private @Nullable Requests requests;
    private @Nullable LastAnswer lastAnswer;
    private @Nullable Reopened reopened;
    private @Nullable Correspondence correspondence;

    Draft(CaseProgress progress) {
      rules = progress.rules;
      generation = progress.generation;
      waitsFor = progress.waitsFor;
      passedOnBy = progress.passedOnBy;
      ties = progress.ties;
      parts = progress.parts;
      requests = progress.requests;
      lastAnswer = progress.lastAnswer;
      reopened = progress.reopened;
      correspondence = progress.correspondence;
    }

    CaseProgress progress() {
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
          correspondence);
    }
  }
}
