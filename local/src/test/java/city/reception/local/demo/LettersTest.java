package city.reception.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 3);

  @TempDir Path folder;

  @Test
  void theSamplesAreManyAndNoneCameInTomorrow() {
    Letters samples = Letters.samples(TODAY);

    assertThat(samples.bodies())
        .hasSizeGreaterThanOrEqualTo(200)
        .allSatisfy(body ->
            assertThat(LocalDate.parse(body.path("receivedOn").asString("2026-01-01")))
                .isBeforeOrEqualTo(TODAY));
  }

  @Test
  void aQuotedTextMayHaveCommasQuotesAndLineBreaks() throws IOException {
    Letters letters =
        Letters.fromCsv(csv("id,text\r\n1,\"Дом 5, подъезд \"\"А\"\"\r\nнет света\"\r\n"), "text");

    assertThat(letters.bodies())
        .singleElement()
        .satisfies(body -> {
          assertThat(body.path("text").asString()).isEqualTo("Дом 5, подъезд \"А\"\r\nнет света");
          assertThat(body.path("subject").asString()).isEqualTo("Дом 5, подъезд \"А\" нет света");
        });
    assertThat(letters.cleaned()).isZero();
  }

  @Test
  void whatTheInterfaceRefusesIsCleanedAndCounted() throws IOException {
    Letters letters =
        Letters.fromCsv(
            csv(
                "text\nнет\u0000 воды\n\"  \"\n"
                    + "ж".repeat(Limits.TEXT + 7)
                    + "\nвсё хорошо 🙂\n"),
            "text");

    assertThat(letters.bodies())
        .extracting(body -> body.path("text").asString())
        .containsExactly("нет воды", "ж".repeat(Limits.TEXT), "всё хорошо 🙂");
    assertThat(letters.cleaned()).isEqualTo(2);
    assertThat(letters.blank()).isEqualTo(1);
  }

  @Test
  void aCutNeverLeavesHalfACharacter() {
    String text = "ж".repeat(Limits.TEXT - 1) + "🙂";

    assertThat(Letters.clean(text)).isEqualTo("ж".repeat(Limits.TEXT - 1));
  }

  @Test
  void aMarkAtTheBeginningIsNoPartOfTheFirstName() throws IOException {
    assertThat(Letters.fromCsv(csv("\uFEFFtext\nнет воды\n"), "text").bodies()).hasSize(1);
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> Letters.fromCsv(csv("id,body\n1,нет воды\n"), "text"))
        .hasMessageContaining("no column 'text'")
        .hasMessageContaining("body");
  }

  private Path csv(String content) throws IOException {
    return Files.writeString(folder.resolve("letters.csv"), content, UTF_8);
  }
}
