package city.reception.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final AppealId APPEAL = AppealId.of("portal", "key-0123456789abcdef");

  @Test
  void controlCharactersAreFoundAndLineBreaksAreNone() {
    assertThat(Texts.hasControlCharacter("Строка\r\n\tи ещё одна 🙏")).isFalse();
    for (char c : new char[] {0, 0x08, 0x0b, 0x0c, 0x1f, 0x7f, 0x80, 0x9f}) {
      assertThat(Texts.hasControlCharacter("а" + c)).isTrue();
    }
  }

  @Test
  void halfOfASurrogatePairIsFoundAndAPairIsNone() {
    assertThat(Texts.hasLoneSurrogate("🙏")).isFalse();
    for (String lone : List.of("\ud83d", "а\ude4f", "\ude4f\ud83d", "\ud83dа")) {
      assertThat(Texts.hasLoneSurrogate(lone)).isTrue();
    }
  }

  @Test
  void lengthIsCountedInUtf16CodeUnits() {
    String reason = "🙏".repeat(Limits.REASON / 2);

    assertThatCode(() -> redirect("actor", reason)).doesNotThrowAnyException();
    refused("reason is longer than 2000 characters", () -> redirect("actor", reason + "!"));
  }

  @Test
  void anActionNamesItsActor() {
    refused("actor is blank", () -> new TakeUpAppeal(APPEAL, 1, " "));
    refused("actor is blank", () -> redirect("", "reason"));
    refused("actor is longer than 300 characters", () -> redirect("а".repeat(301), "reason"));
    refused("actor is blank", () -> new AnswerAppeal(APPEAL, 1, "\n", "text"));
  }

  @Test
  void anAnswerAndARedirectHaveTheirText() {
    refused("text is blank", () -> new AnswerAppeal(APPEAL, 1, "actor", ""));
    refused(
        "text is longer than 20000 characters",
        () -> new AnswerAppeal(APPEAL, 1, "actor", "а".repeat(20_001)));
    refused("reason is blank", () -> redirect("actor", " "));
  }

  @Test
  void aWithdrawalNeedsNoReasonButAStorableOne() {
    Instant at = Instant.EPOCH;
    assertThatCode(() -> new WithdrawalRequested(APPEAL, null, at)).doesNotThrowAnyException();
    assertThatCode(() -> new WithdrawalRequested(APPEAL, "", at)).doesNotThrowAnyException();
    refused("reason has a control character", () -> new WithdrawalRequested(APPEAL, "\u0000", at));
    refused(
        "reason has half of a surrogate pair", () -> new WithdrawalRequested(APPEAL, "\ud83d", at));
  }

  @Test
  void aScoreIsANumber() {
    for (double score : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(
          "a score is a number",
          () -> new RoutingDecision.Candidate(CommitteeId.RECEPTION, score, List.of()));
    }
  }

  @Test
  void anEnglishLocaleReadsEnglishAndEveryOtherRussian() {
    LocalizedText text = new LocalizedText("да", "yes");

    assertThat(text.in(Locale.UK)).isEqualTo("yes");
    assertThat(text.in(Locale.forLanguageTag("ru"))).isEqualTo("да");
    assertThat(text.in(Locale.FRENCH)).isEqualTo("да");
  }

  @Test
  void everyRefusalExplainsItselfInBothLanguages() {
    for (RefusalReason reason : RefusalReason.values()) {
      assertThat(reason.explanation().ru()).isNotBlank();
      assertThat(reason.explanation().en()).isNotBlank();
    }
  }

  private static RedirectAppeal redirect(String actor, String reason) {
    return new RedirectAppeal(APPEAL, 1, actor, CommitteeId.RECEPTION, reason);
  }

  private static void refused(String message, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
