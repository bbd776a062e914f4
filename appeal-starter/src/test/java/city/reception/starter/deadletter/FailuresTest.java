package city.reception.starter.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.codec.UndecodableException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"08006", "08001", "40001", "40P01", "53300", "57P01", "57014", "58030", "55P03"})
  void aFailureOfTheWorldAroundIsTransientHoweverDeepItLies(String state) {
    assertThat(Failures.isTransient(new IllegalStateException(new SQLException("x", state))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "22P05", "23505", "23514", "42703"})
  void aFailureThatLiesInTheDataIsNot(String state) {
    assertThat(Failures.isTransient(new IllegalStateException(new SQLException("x", state))))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"55P03", "40P01", "40001"})
  void aLockOfSomebodyElsesIsTold(String state) {
    assertThat(Failures.isLocked(new IllegalStateException(new SQLException("x", state)))).isTrue();
  }

  @Test
  void aFailureWithoutALockIsNotOne() {
    assertThat(Failures.isLocked(new SQLException("x", "08006"))).isFalse();
    assertThat(Failures.isLocked(new SQLException("x"))).isFalse();
    assertThat(Failures.isLocked(new IllegalStateException("x"))).isFalse();
  }

  @Test
  void kafkasFailuresAreTransientButForARecordThatIsTooLarge() {
    assertThat(Failures.isTransient(new TimeoutException("x"))).isTrue();
    assertThat(Failures.isTransient(new RecordTooLargeException("x"))).isFalse();
    assertThat(Failures.isTransient(new OutOfMemoryError("x"))).isTrue();
    assertThat(Failures.isTransient(new UndecodableException("x"))).isFalse();
  }

  @Test
  void aDescriptionQuotesOurOwnWordsAndNobodyElses() {
    assertThat(Failures.describe(new UndecodableException("header ce_id is missing")))
        .isEqualTo("header ce_id is missing");
    assertThat(
            Failures.describe(
                new IllegalStateException(new SQLException("Иванов is no number", "22P02"))))
        .contains("22P02")
        .doesNotContain("Иванов");
    assertThat(Failures.describe(new IllegalArgumentException("Иванов"))).doesNotContain("Иванов");
  }
}
