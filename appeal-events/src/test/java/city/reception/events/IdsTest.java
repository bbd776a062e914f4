package city.reception.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @Test
  void theDerivationOfIdsNeverChanges() {
    assertThat(AppealId.of("portal", "key-0123456789abcdef"))
        .hasToString("f04538d7-d39b-836e-9582-e3405172969b");
    assertThat(AppealId.of("портал", "ключ")).hasToString("cfaa8c8a-3052-8b86-8bad-b762830eebe3");
    assertThat(EventId.derived("a", "b")).hasToString("16275ef0-f5d0-8b9d-99e0-a53277549fda");
    assertThat(
            new TimerDue(
                    AppealId.of("portal", "key-0123456789abcdef"),
                    CaseTimer.ANSWER_DUE_IN_3_DAYS,
                    1,
                    Instant.EPOCH)
                .eventId())
        .hasToString("c5ee4e78-4225-8870-9d4a-5a17fa8041a4");
  }

  @Test
  void whereOnePartEndsAndTheNextBeginsMakesADifference() {
    assertThat(AppealId.of("ab", "c")).isNotEqualTo(AppealId.of("a", "bc"));
    assertThat(EventId.derived("a", "")).isNotEqualTo(EventId.derived("a"));
  }

  @Test
  void anAppealIdIsWrittenInLowerCaseAndReadInEither() {
    AppealId id = AppealId.parse("B956736E-39FD-86CC-B300-F9D42EE55933");

    assertThat(id).hasToString("b956736e-39fd-86cc-b300-f9d42ee55933");
    assertThat(AppealId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "b956736e39fd86ccb300f9d42ee55933",
        "{b956736e-39fd-86cc-b300-f9d42ee55933}",
        "b956736e-39fd-86cc-b300-f9d42ee55933 ",
        "b956736e-39fd-86cc-b300-f9d42ee5593g"
      })
  void whatIsNoCanonicalUuidIsNoAppealId(String text) {
    assertThatThrownBy(() -> AppealId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "ид", "a\n"})
  void anEventIdHasVisibleAsciiOnly(String text) {
    assertThatThrownBy(() -> new EventId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEventIdHasAtMost128Characters() {
    assertThat(new EventId("x".repeat(128)).value()).hasSize(128);
    assertThatThrownBy(() -> new EventId("x".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "A1", "1a", "-a", "a_b", "a.b", "комитет", "ab\n"})
  void aSlugHasLowerCaseLatinLettersDigitsAndHyphens(String slug) {
    assertThatThrownBy(() -> new CommitteeId(slug)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRegistrationNumberHasThePlaceInItsYear() {
    assertThat(RegistrationNumber.of("МГД", 2026, 123)).hasToString("МГД-2026-000123");
    assertThat(RegistrationNumber.of("МГД", 2026, 1_234_567)).hasToString("МГД-2026-1234567");
  }
}
