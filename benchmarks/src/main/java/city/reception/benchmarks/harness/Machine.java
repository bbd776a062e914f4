package city.reception.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What it all ran on; no name or address of it. */
public record Machine(
    String processor, int cores, long memoryMebibytes, String system, String java) {

  /** This one. */
  public static Machine here() {
    return new Machine(
        value("/proc/cpuinfo", "model name", "unknown"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(value("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", "")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
  }

  private static String value(String file, String name, String otherwise) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
