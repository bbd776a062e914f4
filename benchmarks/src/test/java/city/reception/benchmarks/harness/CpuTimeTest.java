package city.reception.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {

  @Test
  void ownTimeAndThatOfEndedChildrenAreAdded() {
    String stat = "4711 (java (worker) 1) S 1 2 3 4 5 6 7 8 9 10 250 50 75 25 20 0 44 0 100";

    assertThat(CpuTime.parse(stat)).isEqualTo(4.0);
  }
}
