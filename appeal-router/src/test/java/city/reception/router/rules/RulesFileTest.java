package city.reception.router.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.RefusalGround;
import city.reception.router.lifecycle.Deadlines;
import city.reception.router.lifecycle.RuleSet;
import city.reception.router.lifecycle.Term;
import city.reception.router.lifecycle.UnidentifiedSender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/** The rules as delivered, and what is said of wrong ones. */
class RulesFileTest {

  private static final Path DELIVERED = Path.of("../config/rules.yaml");

  @Test
  void theDeliveredFileHoldsTheLawAndTheHolidaysOfThreeYears() {
    Deadlines deadlines = RulesFile.read(new FileSystemResource(DELIVERED));

    assertThat(deadlines.inForceAt(Instant.parse("2026-11-26T12:00:00Z")).answer().days())
        .isEqualTo(30);
    for (int year = 2025; year <= 2027; year++) {
      assertThat(deadlines.calendar().dayOff(LocalDate.of(year, 1, 8))).isPresent();
      assertThat(deadlines.calendar().dayOff(LocalDate.of(year, 11, 4))).isPresent();
    }
    assertThat(deadlines.calendar().dayOff(LocalDate.of(2025, 11, 1))).as("a Saturday").isEmpty();
    assertThat(deadlines.calendar().dayOff(LocalDate.of(2026, 3, 9))).as("a Monday").isPresent();
    assertThat(deadlines.calendar().dayOff(LocalDate.of(2026, 11, 26))).isEmpty();
  }

  @Test
  void theAmendmentOf2025IsASetOfItsOwn() {
    Deadlines deadlines = RulesFile.read(new FileSystemResource(DELIVERED));

    RuleSet before = deadlines.inForceAt(Instant.parse("2025-03-29T20:59:59Z"));
    RuleSet since = deadlines.inForceAt(Instant.parse("2025-03-29T21:00:00Z"));

    assertThat(before.id()).isEqualTo("59-fz.2006");
    assertThat(since.id()).isEqualTo("547-fz.2025-03-30");
    assertThat(before.grounds()).doesNotContainKey(RefusalGround.UNIDENTIFIED_SENDER);
    assertThat(since.grounds()).containsOnlyKeys(RefusalGround.values());
    assertThat(since.unidentifiedSender()).isEqualTo(UnidentifiedSender.NOTE);
    assertThat(since.register()).isEqualTo(RuleSet.REGISTER);
    assertThat(since.forward().days()).isEqualTo(7);
    assertThat(since.split()).isEqualTo(RuleSet.SPLIT);
    assertThat(since.request().days()).isEqualTo(15);
    assertThat(since.grounds())
        .hasEntrySatisfying(
            RefusalGround.UNREADABLE, ground -> assertThat(ground.days()).isEqualTo(7))
        .hasEntrySatisfying(RefusalGround.ANONYMOUS, ground -> assertThat(ground.days()).isNull());
  }

  @Test
  void aFileOfAnEarlierVersionHasTheDefaultsOfWhatCameLater() throws IOException {
    String text = Files.readString(DELIVERED);
    String earlier =
        text.replaceAll("(?s)    reopen-days: .*?    terms:", "    terms:")
            .replaceAll("(?s)      # From receipt.*?(?=\n\ncalendar:|\n  # 547)", "");
    RuleSet rules =
        RulesFile.read(new ByteArrayResource(earlier.getBytes(UTF_8)))
            .inForceAt(Instant.parse("2026-11-26T12:00:00Z"));

    assertThat(rules.register()).isEqualTo(new Term(3, RuleSet.REGISTER.article()));
    assertThat(rules.forward()).isEqualTo(RuleSet.FORWARD);
    assertThat(rules.split()).isEqualTo(new Term(7, RuleSet.SPLIT.article()));
    assertThat(rules.request()).isEqualTo(RuleSet.REQUEST);
    assertThat(rules.reopenDays()).isEqualTo(RuleSet.REOPEN_DAYS);
    assertThat(rules.unidentifiedSender()).isEqualTo(UnidentifiedSender.NOTE);
    assertThat(rules.grounds()).isEmpty();
  }

  @Test
  void aMistakeIsNamedWithItsPlace() throws IOException {
    assertWrong("days: 30", "days: thirty", "59-fz.2006: terms: answer: days is missing");
    assertWrong("EARLIER\n", "SOONER\n", "SOONER is none of [EARLIER, LATER, AS_IS]");
    assertWrong(", ANSWER_OVERDUE]", "]", "reminders lack ANSWER_OVERDUE");
    assertWrong("      UNREADABLE:", "      UNREDABLE:", "UNREDABLE is none of [ANONYMOUS");
    assertWrong("[SATURDAY,", "[CATURDAY,", "calendar: CATURDAY is none of");
    assertWrong("\"2025-05-02\"", "\"2025-05-32\"", "2025-05-32");
    assertWrong("\"2025-05-02\"", "\"2025-05-08\"", "transfers: 2025-05-08 is there twice");
  }

  @Test
  void aMissingFileIsNamedWithTheSettingThatFindsIt() {
    assertThatThrownBy(() -> RulesFile.read(new FileSystemResource("nowhere/rules.yaml")))
        .hasMessageContaining("nowhere/rules.yaml")
        .hasMessageContaining("reception.rules.location");
  }

  private static void assertWrong(String right, String wrong, String message) throws IOException {
    String text = Files.readString(DELIVERED);
    assertThat(text).contains(right);
    byte[] changed = text.replace(right, wrong).getBytes(UTF_8);
    assertThatThrownBy(() -> RulesFile.read(new ByteArrayResource(changed)))
        .hasMessageContaining(message);
  }
}
