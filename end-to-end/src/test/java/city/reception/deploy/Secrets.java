package city.reception.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What {@code deploy/make-env} makes, in a folder of the test's own. */
final class Secrets {

  private Secrets() {}

  /** Runs the script as if {@code folder} were the repository. */
  static int make(Path folder) throws IOException, InterruptedException {
    Path script = folder.resolve("deploy").resolve("make-env");
    if (Files.notExists(script)) {
      Files.createDirectories(script.getParent());
      Files.copy(Compose.REPOSITORY.resolve("deploy/make-env"), script);
      script.toFile().setExecutable(true);
    }
    Process process =
        new ProcessBuilder(script.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("make-env does not end");
    }
    return process.exitValue();
  }

  /** The variables of an env file. */
  static Map<String, String> in(Path file) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split("=", 2);
        variables.put(parts[0], parts[1].replaceAll("^'(.*)'$", "$1"));
      }
    }
    return variables;
  }
}
