package city.reception.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./appeals faults}: breaks a reception of its own by one seed after the other. */
public final class Faults {

  private static final int WRONG_USE = 2;
  private static final int NOT_RUN = 3;

  private final PrintStream out;

  Faults(PrintStream out) {
    this.out = out;
  }

  /**
   * What to run.
   *
   * @param first the first seed
   * @param seeds how many, counted from there
   * @param time how long each is written to and broken
   */
  record Request(long first, int seeds, Duration time, Scale scale) {}

  /** Runs the seeds named by the arguments; exits with 1 when one did not hold. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!List.of("--seeds", "--seed", "--seconds", "--out").contains(arguments[i])
          || i + 1 == arguments.length) {
        System.err.println(arguments[i] + " makes no sense here; see './appeals help faults'");
        System.exit(WRONG_USE);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    Request request;
    try {
      boolean one = options.containsKey("--seed") && !options.containsKey("--seeds");
      request =
          new Request(
              Long.parseLong(options.getOrDefault("--seed", "1")),
              Integer.parseInt(options.getOrDefault("--seeds", one ? "1" : "20")),
              Duration.ofSeconds(Long.parseLong(options.getOrDefault("--seconds", "60"))),
              Scale.WHOLE);
    } catch (NumberFormatException e) {
      System.err.println("a number is needed: " + e.getMessage());
      System.exit(WRONG_USE);
      return;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<SeedRun.Result> results;
    try {
      results = new Faults(out).run(request);
    } catch (RuntimeException e) {
      e.printStackTrace(); // Whoever runs it wants to see what did not start, and where.
      System.exit(NOT_RUN); // Ends the processes too, which would otherwise be kept at work.
      return;
    }
    String file = options.get("--out");
    if (file != null) {
      Files.writeString(
          Path.of(file),
          JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(results));
    }
    System.exit(results.stream().allMatch(SeedRun.Result::held) ? 0 : 1);
  }

  /**
   * Runs the seeds on one reception, which is started anew after one that did not hold. Its folder
   * is kept then, and removed otherwise.
   */
  List<SeedRun.Result> run(Request request) {
    List<SeedRun.Result> results = new ArrayList<>();
    AtomicReference<@Nullable Reception> open = new AtomicReference<>();
    Thread hook =
        new Thread(
            () -> {
              Reception left = open.get();
              if (left != null) {
                left.close();
              }
            },
            "end what was started");
    Runtime.getRuntime().addShutdownHook(hook);
    for (long seed = request.first(); seed < request.first() + request.seeds(); seed++) {
      Reception reception = open.get();
      if (reception == null) {
        reception = started(request.scale(), open);
      }
      SeedRun run = new SeedRun(reception, seed, request.scale(), request.time());
      out.printf("seed %d%n", seed);
      run.plan().lines().forEach(line -> out.println("  " + line));
      SeedRun.Result result = run.run();
      results.add(result);
      print(result, reception.folder());
      if (!result.held()) {
        reception.close();
        open.set(null);
      }
    }
    Reception last = open.getAndSet(null);
    if (last != null) {
      last.close();
      FileSystemUtils.deleteRecursively(last.folder().toFile());
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    long held = results.stream().filter(SeedRun.Result::held).count();
    out.printf("%d of %d seeds held%n", held, results.size());
    return results;
  }

  private Reception started(Scale scale, AtomicReference<@Nullable Reception> open) {
    try {
      out.println("starting three brokers, two databases and the services");
      Path folder = Files.createTempDirectory("reception-faults-");
      Reception reception = new Reception(folder, scale);
      open.set(reception);
      reception.start();
      return reception;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(SeedRun.Result result, Path folder) {
    result.counts().forEach((what, count) -> out.printf("  %-28s %6d%n", what, count));
    if (result.restarts() > 0) {
      out.printf("  %-28s %6d%n", "processes that gave up", result.restarts());
    }
    result.findings().forEach(finding -> out.println("  off: " + finding));
    out.printf(
        "%s: seed %d, %.0f s%n",
        result.held() ? "held" : "FAILED", result.seed(), result.seconds());
    if (!result.held()) {
      out.printf(
          "  what it left is in %s; './appeals faults --seed %d' plays it again%n",
          folder, result.seed());
    }
  }
}
