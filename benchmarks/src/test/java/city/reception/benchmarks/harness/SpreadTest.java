package city.reception.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Spread(5, 1, 9));
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(3, 1, 9));
  }

  @Test
  void whatCouldNotBeReadDoesNotCount() {
    assertThat(Spread.of(List.of(Double.NaN, 2.0))).isEqualTo(new Spread(2, 2, 2));
    assertThat(Spread.of(List.of(Double.NaN)).median()).isNaN();
  }
}
