package city.reception.classifier.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.reception.classifier.LabelledText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a CSV file, and how a bad one is named. */
class CsvTextsTest {

  @TempDir Path folder;

  @Test
  void textsAndTheirTopicsAreReadWhateverStandsBetween() throws Exception {
    assertThat(read("id,topic,text\r\n1, lifts ,\"Лифт, \"\"старый\"\",\nстоит\"\r\n2,buses,\r\n"))
        .containsExactly(
            new LabelledText("Лифт, \"старый\",\nстоит", "lifts"), new LabelledText("", "buses"));
  }

  @Test
  void aMarkAtTheBeginningIsNoPartOfTheFirstColumn() throws Exception {
    assertThat(read("\uFEFFtext,topic\nлифт,lifts\n")).hasSize(1);
  }

  @Test
  void aMissingColumnIsNamedWithThoseThatAreThere() {
    assertUnfit("text,theme\nлифт,lifts\n", "appeals.csv", "'topic'", "theme");
    assertUnfit("", "appeals.csv", "'text'");
  }

  @Test
  void anEmptyLabelIsNamedByItsLine() {
    assertUnfit("text,topic\nлифт,lifts\nдвор,  \n", "appeals.csv", "line 3", "'topic'");
  }

  @Test
  void aQuoteThatIsNotClosedIsNamed() {
    assertUnfit("text,topic\nлифт,lifts\n\"двор,yards\n", "appeals.csv", "after line 2", "quoting");
    assertUnfit("text,topic\n\"дв\"ор,yards\n", "appeals.csv", "quoting");
  }

  @Test
  void aRowOfAnotherLengthIsNamedByItsLine() {
    assertUnfit("text,topic\nлифт, и двор,lifts\n", "appeals.csv", "line 2", "columns");
    assertUnfit("text,topic\nлифт\n", "appeals.csv", "line 2", "columns");
  }

  @Test
  void aColumnNamedTwiceIsSaid() {
    assertUnfit("text,text,topic\nлифт,лифт,lifts\n", "two columns", "'text'");
    assertUnfit(",text,topic,\n1,лифт,lifts,2\n", "two columns", "''");
  }

  @Test
  void aColumnWithoutANameIsLeftAlone() throws Exception {
    assertThat(read(",text,topic\n1,лифт,lifts\n"))
        .containsExactly(new LabelledText("лифт", "lifts"));
  }

  @Test
  void ofWhatIsNoCsvOnlyABitIsShown() {
    assertThatExceptionOfType(UnfitTextsException.class)
        .isThrownBy(() -> read("\0\u001b[2J".repeat(500)))
        .satisfies(
            e -> assertThat(e.getMessage()).contains("'text'", "??[2J").hasSizeLessThan(500));
  }

  @Test
  void aFileThatIsNotUtf8IsNamed() throws IOException {
    Path file = folder.resolve("old.csv");
    Files.write(file, "text,topic\nлифт,lifts\n".getBytes(Charset.forName("windows-1251")));

    assertThatExceptionOfType(UnfitTextsException.class)
        .isThrownBy(() -> new CsvTexts(file, "text", "topic").read())
        .withMessageContaining("old.csv")
        .withMessageContaining("UTF-8");
  }

  @Test
  void aFileWithoutARowIsSaid() {
    assertUnfit("text,topic\n", "appeals.csv", "no row");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatExceptionOfType(UnfitTextsException.class)
        .isThrownBy(() -> new CsvTexts(folder.resolve("none.csv"), "text", "topic").read())
        .withMessageContaining("none.csv");
    assertThatExceptionOfType(UnfitTextsException.class)
        .isThrownBy(() -> new CsvTexts(folder, "text", "topic").read())
        .withMessageContaining("cannot be read");
  }

  @Test
  void textsAreReadWithoutLabelsHoweverLongTheyAre() throws Exception {
    String text = "лифт ".repeat(2_000);
    Path file = folder.resolve("texts.csv");
    Files.writeString(file, "id,text\n1,%s\n2,\n".formatted(text), UTF_8);

    assertThat(CsvTexts.texts(file, "text")).containsExactly(text, "");
    assertThatExceptionOfType(UnfitTextsException.class)
        .isThrownBy(() -> CsvTexts.texts(file, "body"))
        .withMessageContaining("'body'");
  }

  private List<LabelledText> read(String csv) throws IOException, UnfitTextsException {
    Path file = folder.resolve("appeals.csv");
    Files.writeString(file, csv, UTF_8);
    return new CsvTexts(file, "text", "topic").read();
  }

  private void assertUnfit(String csv, String... said) {
    assertThatExceptionOfType(UnfitTextsException.class)
        .isThrownBy(() -> read(csv))
        .satisfies(e -> assertThat(e.getMessage()).contains(said));
  }
}
