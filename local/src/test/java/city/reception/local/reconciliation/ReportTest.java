package city.reception.local.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final AppealId ONE = AppealId.of("portal", "0000000000000001");
  private static final AppealId TWO = AppealId.of("portal", "0000000000000002");
  private static final Set<AppealId> BOTH = Set.of(ONE, TWO);

  @Test
  void itIsEvenWhenEveryAppealIsWhereItBelongs() {
    Report report = Report.of(counts(BOTH, BOTH, BOTH, Set.of(ONE), Set.of(ONE), Map.of()));

    assertThat(report.isEven()).isTrue();
    assertThat(report.lines())
        .endsWith(
            "even: accepted 2, registered 2, routed 2",
            "even: answered 1, told 1 (1 by mail, 0 whom no mail can reach)",
            "even: nothing in a dead-letter topic");
  }

  @Test
  void equalNumbersOfDifferentAppealsAreNotEven() {
    Report report =
        Report.of(counts(Set.of(ONE), Set.of(TWO), Set.of(TWO), Set.of(), Set.of(), Map.of()));

    assertThat(report.isEven()).isFalse();
    assertThat(report.findings())
        .containsExactly(
            "1 accepted but not registered: " + ONE, "1 registered but not accepted: " + TWO);
    assertThat(report.lines()).contains("OFF: accepted 1, registered 1, routed 1");
  }

  @Test
  void anAnswerThatNobodyWasToldOfIsOff() {
    Report report = Report.of(counts(BOTH, BOTH, BOTH, BOTH, Set.of(ONE), Map.of()));

    assertThat(report.findings()).containsExactly("1 answered but not told: " + TWO);
  }

  @Test
  void anOpenDeadLetterIsOff() {
    Report report =
        Report.of(
            counts(BOTH, BOTH, BOTH, Set.of(), Set.of(), Map.of("appeals.received.v1.dlt", 3L)));

    assertThat(report.findings()).containsExactly("3 open in appeals.received.v1.dlt");
  }

  @Test
  void whatTheChannelAndTheDeskWereToldMustBeTrue() {
    Counts counts = counts(Set.of(ONE), Set.of(ONE), Set.of(ONE), Set.of(), Set.of(), Map.of());

    assertThat(Report.of(counts, BOTH, Set.of(ONE)).findings())
        .containsExactly(
            "1 acknowledged to the channel but not accepted: " + TWO,
            "1 answered at the desk but not answered: " + ONE);
  }

  private static Counts counts(
      Set<AppealId> accepted,
      Set<AppealId> registered,
      Set<AppealId> routed,
      Set<AppealId> answered,
      Set<AppealId> told,
      Map<String, Long> deadLetters) {
    return new Counts(
        accepted,
        registered,
        routed,
        Set.of(),
        new Endings(answered, answered, told, Set.of()),
        new Endings(Set.of(), Set.of(), Set.of(), Set.of()),
        Map.of("SENT", (long) told.size()),
        told.size(),
        Map.of(),
        Map.of(),
        Map.of(),
        deadLetters);
  }
}
