package city.reception.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import city.reception.local.Arguments.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands around the topic model, from a CSV to what is said of a text. */
class TopicCommandsTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

  private String data = "";
  private String model = "";

  @BeforeEach
  void writeTheTexts() throws IOException {
    StringBuilder csv = new StringBuilder("text,topic\n");
    for (int i = 0; i < 40; i++) {
      csv.append("Опять стоит лифт на этаже %d,lifts\n".formatted(i));
      csv.append("Автобус опять опоздал на остановку %d,buses\n".formatted(i));
    }
    data = write("texts.csv", csv.toString());
    model = folder.resolve("own.topics").toString();
  }

  @Test
  void aModelIsTrainedMeasuredAndAsked() throws IOException {
    assertThat(train(data)).isZero();
    assertThat(out.toString(UTF_8)).contains("fold 5 of 5", "accuracy", "own.topics");

    Path json = folder.resolve("figures.json");
    assertThat(
            new EvaluateCommand(console)
                .run(
                    List.of(
                        "--model",
                        model,
                        "--data",
                        data,
                        "--label",
                        "topic",
                        "--precision",
                        "0.9",
                        "--json",
                        json.toString())))
        .isZero();
    JsonNode figures = JsonMapper.shared().readTree(Files.readString(json));
    assertThat(figures.propertyNames())
        .containsExactlyInAnyOrder(
            "accuracy",
            "macroF1",
            "weightedF1",
            "top2",
            "coverage",
            "precision",
            "ece",
            "textsPerSecond");
    assertThat(figures.get("accuracy").asDouble()).isEqualTo(1);

    out.reset();
    assertThat(classify("Снова стоит лифт\n\nThe bus\n", "--model", model)).isZero();
    assertThat(out.toString(UTF_8).lines().toList())
        .anyMatch(line -> line.contains("lifts") && line.contains("лифт"))
        .filteredOn("a person decides"::equals)
        .as("the empty line and the English one, and whatever so small a model is not sure of")
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void equalTextsGiveAnEqualModel() throws IOException {
    assertThat(train(data)).isZero();
    byte[] first = Files.readAllBytes(Path.of(model));
    assertThat(train(data)).isZero();

    assertThat(Files.readAllBytes(Path.of(model))).isEqualTo(first);
  }

  @Test
  void withoutAModelTheStarterModelIsAsked() {
    assertThat(classify("В подъезде третью неделю не работает лифт\n")).isZero();
    assertThat(out.toString(UTF_8).lines()).hasSize(4);
  }

  @Test
  void badDataIsNamedByFileAndLine() throws IOException {
    assertThat(train(data + "," + write("bad.csv", "text,topic\nлифт,\n"))).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("bad.csv", "line 2", "'topic'")
        .doesNotContain("\tat ");
    assertThat(Path.of(model)).doesNotExist();
  }

  @Test
  void aFileThatIsNoModelIsSaid() {
    assertThatIllegalStateException()
        .isThrownBy(() -> classify("лифт", "--model", data))
        .withMessageContaining("texts.csv")
        .withMessageContaining("no model");
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    assertMisuse("--label", "topic", "--out", model);
    assertMisuse("--data", data, "--out", model);
    assertMisuse("--data", data, "--label", "topic");
    assertMisuse("--data", data, "--label", "topic", "--out", folder.toString());
    assertMisuse("--data", data, "--label", "topic", "--out", model, "--precision", "95");
    assertMisuse("--data", data, "--label", "topic", "--out", model, "more");
  }

  private void assertMisuse(String... arguments) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() ->
            new TrainCommand(new Installation(Path.of("..")), console).run(List.of(arguments)));
  }

  private int train(String files) {
    return new TrainCommand(new Installation(Path.of("..")), console)
        .run(List.of("--data", files, "--label", "topic", "--out", model));
  }

  private int classify(String texts, String... arguments) {
    return new ClassifyCommand(new ByteArrayInputStream(texts.getBytes(UTF_8)), console)
        .run(List.of(arguments));
  }

  private String write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    return file.toString();
  }
}
