package city.reception.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.router.lifecycle.LifecycleTables.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The documentation shows the tables that {@link LifecycleTableTest} holds the code to. With {@code
 * -Dapprove=true} it is drawn anew.
 */
class LifecycleDrawingTest {

  private static final Path DRAWN = Path.of("..", "docs", "lifecycle.md");

  @BeforeAll
  static void approve() throws IOException {
    if (Boolean.getBoolean("approve")) {
      Files.writeString(DRAWN, drawing());
    }
  }

  @Test
  void theDocumentationDrawsTheTablesOfToday() throws IOException {
    assertThat(Files.readString(DRAWN))
        .as(
            "draw it anew with ./mvnw -pl appeal-router -am test -Dapprove=true"
                + " -Dtest=LifecycleDrawingTest -Dsurefire.failIfNoSpecifiedTests=false")
        .isEqualTo(drawing());
  }

  private static String drawing() {
    return """
    # The life of a case

    Drawn by a test from the tables to which it holds the code; not to be edited by hand. `Unrouted` is the moment between
    the two events of a registration.

    ```mermaid
    stateDiagram-v2
      [*] --> Unregistered
    %s
    ```

    ## What follows from each command in each state

    What is asked by the committee that holds the case, and that saw its latest version. Names in capitals are refusals: they
    are recorded, and nothing changes. `+` sets a timer, `-` ends one. Each case of the table repeats an earlier one, and a
    deputy's request awaits its reply; of the two parts of a split one, one has ended. A part of a split case refuses
    `Extend`, `Split`, `AskClarification` and all that a resident may ask with `IS_A_PART`.

    %s
    ## The state after each event

    %s\
    """
        .formatted(arrows(), table(LifecycleTables.OUTCOMES), table(LifecycleTables.TRANSITIONS));
  }

  /** One arrow between two states, with all that leads along it. */
  private static String arrows() {
    Map<String, String> arrows = new LinkedHashMap<>();
    LifecycleTables.cells(LifecycleTables.TRANSITIONS)
        .filter(cell -> !cell.content().isEmpty())
        .forEach(cell -> arrows.merge(arrow(cell), cell.row(), (a, b) -> a + ", " + b));
    return arrows.entrySet().stream()
        .map(arrow -> "  " + arrow.getKey() + ": " + arrow.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static String arrow(Cell cell) {
    return cell.column() + " --> " + cell.content();
  }

  private static String table(String rows) {
    String[] lines = rows.split("\n");
    int columns = lines[0].split("\\|").length;
    return row(lines[0])
        + "|---".repeat(columns)
        + "|\n"
        + Arrays.stream(lines).skip(1).map(LifecycleDrawingTest::row).collect(Collectors.joining());
  }

  private static String row(String line) {
    return Arrays.stream((line + " ").split("\\|", -1))
        .map(String::strip)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
