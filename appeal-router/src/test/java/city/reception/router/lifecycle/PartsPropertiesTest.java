package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.CaseSignal;
import city.reception.events.CommitteeId;
import city.reception.events.Correspondence;
import city.reception.events.Correspondence.Exchange;
import city.reception.router.lifecycle.CaseCommand.Split.NewPart;
import city.reception.router.publication.Announcement;
import city.reception.router.publication.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/**
 * What a whole and its parts tell each other comes in any order and again. Whatever is done to any
 * of them meanwhile, when all has come they agree.
 */
class PartsPropertiesTest {

  private static final CaseLifecycle LIFECYCLE = new CaseLifecycle(TestRules.DEADLINES);

  private final Map<AppealId, CaseState> cases = new HashMap<>();
  private final Map<AppealId, List<CaseEvent>> journals = new HashMap<>();
  private final List<CaseSignal> underWay = new ArrayList<>();
  private Instant now = CaseStory.BEGINNING;

  // The seed tells a failure from another; there is nothing to shrink.
  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void noPartOutlivesTheWholeAndBothAgreeOnHowEachPartEnded(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int steps) {
    Random chance = new Random(seed);
    now = CaseStory.BEGINNING;
    cases.clear();
    journals.clear();
    underWay.clear();
    ask(
        WHOLE,
        new CaseCommand.Register(
            CaseStory.NUMBER,
            CaseStory.content(),
            CaseStory.DIGEST,
            CaseStory.route(HEALTH),
            Ties.NONE,
            now));
    ask(WHOLE, splitInThree());
    for (int step = 0; step < steps; step++) {
      now = now.plus(Duration.ofHours(chance.nextInt(48)));
      if (!underWay.isEmpty() && chance.nextBoolean()) {
        deliverOne(chance, chance.nextInt(4) == 0);
      } else {
        somebodyActs(chance);
      }
    }
    assertThat(journals.getOrDefault(WHOLE, List.of())).isNotEmpty();
    while (!underWay.isEmpty()) {
      deliverOne(chance, false);
    }
    agree();
  }

  private void agree() {
    CaseState.Registered whole = registered(WHOLE);
    Parts parts = Objects.requireNonNull(whole.file().progress().parts());
    for (Parts.Part known : parts.parts()) {
      CaseState.Registered part = registered(known.part().appealId());
      if (whole instanceof CaseState.Over) {
        assertThat(part).as("outlives the whole").isInstanceOf(CaseState.Over.class);
      } else {
        assertThat(known.ended()).isEqualTo(part instanceof CaseState.Over ? part.status() : null);
      }
      if (part instanceof CaseState.Open) {
        assertThat(part.file().dueAt()).isEqualTo(whole.file().dueAt());
        assertThat(said(part))
            .as("each word once")
            .containsExactlyInAnyOrderElementsOf(said(whole));
      }
      assertThat(journals.get(known.part().appealId()))
          .filteredOn(CaseEvent.Registered.class::isInstance)
          .as("opened once")
          .hasSize(1);
    }
    if (!(whole instanceof CaseState.Withdrawn)) {
      assertThat(whole instanceof CaseState.Answered).isEqualTo(parts.open().findAny().isEmpty());
    }
    cases.forEach((appeal, state) -> {
      CaseState replayed = new CaseState.Unregistered();
      for (CaseEvent event : journals.getOrDefault(appeal, List.of())) {
        replayed = LIFECYCLE.evolve(replayed, event);
      }
      assertThat(replayed).isEqualTo(state);
    });
  }

  private static List<String> said(CaseState.Registered state) {
    Correspondence all = state.file().progress().correspondence();
    return all == null ? List.of() : all.exchanges().stream().map(Exchange::text).toList();
  }

  private void somebodyActs(Random chance) {
    int whom = chance.nextInt(4);
    AppealId appeal = whom == 0 ? WHOLE : CaseStory.part(whom);
    if (!(cases.get(appeal) instanceof CaseState.Registered registered)) {
      return;
    }
    CommitteeId by = Objects.requireNonNull(registered.file().committee());
    int version = registered.file().version();
    ask(
        appeal,
        switch (chance.nextInt(whom == 0 ? 6 : 3)) {
          case 0 ->
              new CaseCommand.Answer(by, version, "депутат", "Да", AnswerResult.EXPLAINED, now);
          case 1 -> new CaseCommand.Forward(by, version, "депутат", "прокуратура", "её", now);
          case 2 -> new CaseCommand.Redirect(by, version, "депутат", CULTURE, true, "её", now);
          case 3 -> new CaseCommand.Extend(by, version, "депутат", 10, "ждём", now);
          case 4 -> new CaseCommand.Clarify("ещё " + chance.nextLong(), now);
          default -> new CaseCommand.Withdraw(null, now);
        });
  }

  private CaseCommand splitInThree() {
    List<NewPart> parts = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      parts.add(new NewPart(CaseStory.part(number), HEALTH, true, "вопрос " + number));
    }
    return new CaseCommand.Split(HEALTH, 1, "депутат", parts, "три вопроса", now);
  }

  /** Any of what is under way; it may come once more later. */
  private void deliverOne(Random chance, boolean onceMore) {
    int which = chance.nextInt(underWay.size());
    CaseSignal signal = onceMore ? underWay.get(which) : underWay.remove(which);
    ask(signal.appealId(), SimulatedRouter.command(signal, CaseStory.NUMBER, now));
  }

  private void ask(AppealId appeal, CaseCommand command) {
    CaseState state = cases.getOrDefault(appeal, new CaseState.Unregistered());
    if (LIFECYCLE.decide(state, command) instanceof Decision.Accepted accepted) {
      for (CaseEvent event : accepted.events()) {
        state = LIFECYCLE.evolve(state, event);
        journals.computeIfAbsent(appeal, _ -> new ArrayList<>()).add(event);
        for (Announcement<?> said : Publication.of(appeal, event, (CaseState.Registered) state)) {
          if (said.event() instanceof CaseSignal signal) {
            underWay.add(signal);
          }
        }
      }
      if (state instanceof CaseState.Registered) {
        cases.put(appeal, state);
      }
    } else {
      assertThat(command)
          .as("what one tells the other is never refused")
          .isNotInstanceOfAny(CaseCommand.OfParent.class, CaseCommand.EndPart.class);
    }
  }

  private CaseState.Registered registered(AppealId appeal) {
    return (CaseState.Registered) Objects.requireNonNull(cases.get(appeal));
  }
}
