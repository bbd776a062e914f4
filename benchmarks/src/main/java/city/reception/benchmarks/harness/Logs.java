package city.reception.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The outputs of the processes. */
final class Logs {

  private static final int LINES = 25;

  private Logs() {}

  static String end(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  static boolean hasLine(Path log, String beginning) {
    try {
      return Files.readAllLines(log).stream().anyMatch(line -> line.startsWith(beginning));
    } catch (IOException e) {
      return false;
    }
  }
}
