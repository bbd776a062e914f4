package city.reception.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.reception.local.Arguments.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes no sense to the commands around the journal is said before anything is touched. */
class JournalCommandsTest {

  @TempDir Path folder;

  private final Console console =
      new Console(
          new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
          new PrintStream(new ByteArrayOutputStream(), true, UTF_8));

  @Test
  void anErasureNeedsAnAppealAndAReason() {
    assertThat(refused("--reason", "по заявлению")).contains("one appeal's id");
    assertThat(refused("4a7d1ed4-1474-4e4b-8a4b-5f2f7a1f6c11")).contains("--reason");
    assertThat(refused("Иванов", "--reason", "по заявлению")).contains("no appeal's id");
  }

  @Test
  void aCheckTakesNoWords() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() ->
            new VerifyJournalCommand(new Installation(folder), console).run(List.of("quickly")))
        .withMessageContaining("quickly");
  }

  private String refused(String... arguments) {
    EraseCommand command = new EraseCommand(new Installation(folder), console);
    try {
      command.run(List.of(arguments));
    } catch (UsageException e) {
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("taken");
  }
}
