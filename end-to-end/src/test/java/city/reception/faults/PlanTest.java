package city.reception.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Duration TIME = Duration.ofSeconds(60);

  @Test
  void theSameSeedGivesTheSamePlan() {
    assertThat(plan(7)).isEqualTo(plan(7)).isNotEqualTo(plan(8));
  }

  @Test
  void everyFaultIsOverBeforeTheLoadIs() {
    assertThat(LongStream.rangeClosed(1, 100).mapToObj(PlanTest::plan))
        .allSatisfy(plan ->
            assertThat(plan.steps())
                .isNotEmpty()
                .allMatch(step -> step.at() + step.lasts() <= TIME.toSeconds()));
  }

  @Test
  void noTwoFaultsTouchTheSamePartAtOnce() {
    assertThat(LongStream.rangeClosed(1, 100).mapToObj(PlanTest::plan))
        .allSatisfy(plan -> {
          List<Plan.Step> steps = plan.steps();
          for (Plan.Step one : steps) {
            assertThat(steps)
                .filteredOn(other -> !other.equals(one))
                .filteredOn(other ->
                    other.at() < one.at() + one.lasts() && one.at() < other.at() + other.lasts())
                .allMatch(
                    other -> Collections.disjoint(one.fault().touches(), other.fault().touches()));
          }
        });
  }

  @Test
  void twentySeedsHoldEveryKindOfFault() {
    Set<Class<?>> kinds =
        LongStream.rangeClosed(1, 20)
            .mapToObj(PlanTest::plan)
            .flatMap(plan -> plan.steps().stream())
            .map(step -> step.fault().getClass())
            .collect(Collectors.toSet());

    assertThat(kinds).containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
  }

  private static Plan plan(long seed) {
    return Plan.of(seed, Scale.WHOLE, TIME);
  }
}
