package city.reception.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  private static final Rounds THREE = new Rounds(3, Duration.ofSeconds(1), Duration.ZERO);

  private final Report report = new Report(new Machine("processor", 2, 4096, "system", "java"));
  private final List<String> turns = new ArrayList<>();

  @Test
  void theAlternativesTakeTurnsAndRatiosArePairedWithinARound() throws Exception {
    Measure measure =
        new Measure(
            "speed",
            List.of(
                scripted("ours", Account.even(1), 10, 40, 90),
                scripted("theirs", Account.NONE, 10, 20, 30)),
            List.of(Ratio.of("ours to theirs", 2.5, "ours", "theirs", "n/s")));

    report.add(THREE.run(measure, line -> {}));

    assertThat(turns).containsExactly("ours", "theirs", "theirs", "ours", "ours", "theirs");
    JsonNode ratio = json().path("ratios").path(0);
    assertThat(ratio.path("name").asString()).isEqualTo("ours to theirs");
    assertThat(ratio.path("median").asDouble()).isEqualTo(2);
    assertThat(ratio.path("min").asDouble()).isEqualTo(1);
    assertThat(ratio.path("max").asDouble()).isEqualTo(3);
    assertThat(ratio.path("target").asDouble()).isEqualTo(2.5);
    assertThat(ratio.path("met").asBoolean()).isFalse();
    assertThat(json().path("measures").path(0).path("accepted").asInt()).isEqualTo(3);
    assertThat(report.isEven()).isTrue();
  }

  @Test
  void whatHasNoTargetIsNoClaimAndWhatIsNoNumberIsNull() throws Exception {
    Measure measure =
        new Measure(
            "speed",
            List.of(scripted("ours", Account.NONE, Double.NaN, Double.NaN, Double.NaN)),
            List.of(Ratio.of("ours to itself", Double.NaN, "ours", "ours", "n/s")));

    report.add(THREE.run(measure, line -> {}));

    JsonNode ratio = json().path("ratios").path(0);
    assertThat(ratio.path("median").isNull()).isTrue();
    assertThat(ratio.path("target").isNull()).isTrue();
    assertThat(ratio.path("met").asBoolean()).isTrue();
  }

  @Test
  void oneLostAppealMakesTheReportUneven() throws Exception {
    Measure measure =
        new Measure(
            "speed", List.of(scripted("ours", new Account(5, 1, 0, 0), 1, 1, 1)), List.of());

    report.add(THREE.run(measure, line -> {}));

    assertThat(report.isEven()).isFalse();
    assertThat(report.summary()).contains("LOST OR DOUBLED: speed: accepted 15, lost 3");
  }

  private JsonNode json() {
    JsonMapper mapper = JsonMapper.shared();
    return mapper.readTree(mapper.writeValueAsBytes(report.tree()));
  }

  private Alternative scripted(String name, Account account, double... perSecond) {
    return new Alternative() {
      private int turn;

      @Override
      public String name() {
        return name;
      }

      @Override
      public Reading run(Duration time) {
        turns.add(name);
        return Reading.of(account).with("n/s", perSecond[turn++]);
      }
    };
  }
}
