package city.reception.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.reception.benchmarks.BenchArguments.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchArgumentsTest {

  private static final List<String> KNOWN = List.of("intake", "surge");

  @Test
  void nothingAndAllMeanEverySuiteInItsOrder() {
    assertThat(parse().suites()).isEqualTo(KNOWN);
    assertThat(parse("all").suites()).isEqualTo(KNOWN);
    assertThat(parse("surge", "all").suites()).containsExactlyInAnyOrderElementsOf(KNOWN);
  }

  @Test
  void aQuickRunHasShorterTurnsUnlessTheyAreGiven() {
    assertThat(parse("--quick").turn()).isLessThan(parse().turn());
    assertThat(parse("--quick", "--seconds", "7").turn()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void theNumberOfCasesIsKept() {
    assertThat(parse("--cases", "100000").cases()).contains(100_000);
    assertThat(parse().cases()).isEmpty();
  }

  @Test
  void theFileIsKept() {
    assertThat(parse("intake", "--out", "figures.json").out()).contains(Path.of("figures.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "--fast",
        "--seconds",
        "--seconds x",
        "--seconds 0",
        "--seconds 601",
        "--cases",
        "--cases 49999",
        "--cases many",
        "intake --out"
      })
  void whatMakesNoSenseIsRefused(String line) {
    assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(line.split(" ")));
  }

  private static BenchArguments parse(String... arguments) {
    return BenchArguments.parse(List.of(arguments), KNOWN);
  }
}
