package city.reception.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of processes, from {@code /proc/PID/stat}; not a number elsewhere. */
public final class CpuTime {

  /** Linux counts in hundredths of a second for its users, on every architecture. */
  private static final double TICKS_A_SECOND = 100;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private CpuTime() {}

  /** Seconds that a process, with the children it has, has used so far. */
  public static double secondsOf(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToDouble(CpuTime::seconds)
        .sum();
  }

  /** Seconds that a process alone has used so far, with those of its children that have ended. */
  public static double secondsWithoutChildren(ProcessHandle process) {
    return seconds(process);
  }

  private static double seconds(ProcessHandle process) {
    try {
      return parse(Files.readString(Path.of("/proc/" + process.pid() + "/stat")));
    } catch (IOException e) {
      // Gone: its parent counts what it used. Elsewhere than on Linux, nobody does.
      return Files.isDirectory(Path.of("/proc/self")) ? 0 : Double.NaN;
    }
  }

  /** Own time, and that of children that ended. */
  static double parse(String stat) {
    // The name, in brackets, may hold anything; three fields on begins what is counted from zero.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int field : new int[] {USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM}) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks / TICKS_A_SECOND;
  }

  /** Resident memory of one process in mebibytes; not a number where there is no {@code /proc}. */
  public static double residentMebibytes(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
