package city.reception.benchmarks;

import city.reception.benchmarks.campaigns.CampaignsSuite;
import city.reception.benchmarks.harness.Machine;
import city.reception.benchmarks.harness.Report;
import city.reception.benchmarks.harness.Workbench;
import city.reception.benchmarks.intake.GrowthSuite;
import city.reception.benchmarks.intake.IntakeSuite;
import city.reception.benchmarks.intake.SurgeSuite;
import city.reception.benchmarks.journey.JourneySuite;
import city.reception.benchmarks.ledger.LedgerSuite;
import city.reception.benchmarks.router.RouterSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code ./appeals bench}. Exits with 0 when everything accepted arrived once, whatever
 * the figures; with 1 when something was lost or doubled or a measure failed; with 2 when the
 * command makes no sense.
 */
public final class Bench {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final List<Suite> SUITES =
      List.of(
          new IntakeSuite(),
          new RouterSuite(),
          new JourneySuite(),
          new SurgeSuite(),
          new GrowthSuite(),
          new LedgerSuite(),
          new CampaignsSuite());

  private Bench() {}

  public static void main(String[] args) {
    BenchArguments arguments;
    try {
      arguments =
          BenchArguments.parse(Arrays.asList(args), SUITES.stream().map(Suite::name).toList());
    } catch (BenchArguments.UsageException e) {
      System.err.println(e.getMessage() + "; see ./appeals help bench");
      System.exit(MISUSED);
      return;
    }
    Path home = Path.of(System.getProperty("reception.home", ".")).toAbsolutePath().normalize();
    Workbench bench = Workbench.open(home, Bench::progress);
    Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
    Report report = new Report(Machine.here());
    int status = 0;
    for (Suite suite : SUITES) {
      if (arguments.suites().contains(suite.name()) && status == 0) {
        status = run(suite, new Session(arguments, home, bench, report, Bench::progress));
      }
    }
    Session.print(report.summary());
    status = write(report, arguments) ? status : FAILED;
    System.exit(report.isEven() ? status : FAILED);
  }

  private static int run(Suite suite, Session session) {
    try {
      suite.run(session);
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (Exception e) {
      System.err.println(suite.name() + " failed");
      e.printStackTrace(); // Whoever measures wants to see where.
      return FAILED;
    }
  }

  private static boolean write(Report report, BenchArguments arguments) {
    if (arguments.out().isEmpty()) {
      return true;
    }
    try {
      Files.write(
          arguments.out().get(),
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsBytes(report.tree()));
      return true;
    } catch (IOException e) {
      System.err.println("the figures cannot be written to " + arguments.out().get() + ": " + e);
      return false;
    }
  }

  private static void progress(String line) {
    Session.print(
        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
  }
}
