package city.reception.benchmarks;

import city.reception.benchmarks.harness.Measure;
import city.reception.benchmarks.harness.Progress;
import city.reception.benchmarks.harness.Report;
import city.reception.benchmarks.harness.Rounds;
import city.reception.benchmarks.harness.Workbench;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One run of the command.
 *
 * @param home the folder of the project
 */
public record Session(
    BenchArguments arguments, Path home, Workbench bench, Report report, Progress progress) {

  /** At least five rounds. */
  public static final int REPEATS = 5;

  /** Whether only the main ratios are wanted, within minutes. */
  public boolean quick() {
    return arguments.quick();
  }

  /** How long one turn is, unless a measure needs its own time. */
  public Duration turn() {
    return arguments.turn();
  }

  /** How long an alternative is warmed up before anything counts. */
  public Duration warmUp() {
    return quick() ? Duration.ofSeconds(6) : Duration.ofSeconds(60);
  }

  /** Runs {@code measure} in {@link #REPEATS} rounds after a warm-up, prints and keeps it. */
  public Rounds.Result measure(Measure measure) throws Exception {
    return measure(measure, new Rounds(REPEATS, turn(), warmUp()));
  }

  /** The same with rounds of the measure's own. */
  public Rounds.Result measure(Measure measure, Rounds rounds) throws Exception {
    return measure(measure, rounds, progress);
  }

  /** The same, and says to {@code turns} how each turn went. */
  public Rounds.Result measure(Measure measure, Rounds rounds, Progress turns) throws Exception {
    Rounds.Result result = rounds.run(measure, turns);
    print("\n" + report.add(result));
    return result;
  }

  /** Prints to the command's output. */
  public static void print(String text) {
    System.out.println(text); // What is printed is what the command is run for.
  }
}
