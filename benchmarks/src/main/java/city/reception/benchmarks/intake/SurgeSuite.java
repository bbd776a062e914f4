package city.reception.benchmarks.intake;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.Suite;
import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.Measure;
import city.reception.benchmarks.harness.Ratio;
import city.reception.benchmarks.harness.Rounds;
import city.reception.benchmarks.harness.Service;
import city.reception.benchmarks.harness.Spread;
import city.reception.benchmarks.load.Arrivals;
import city.reception.benchmarks.load.HttpLoad;
import city.reception.benchmarks.load.Letters;
import city.reception.router.RouterApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Twenty times what intake sustains, for a minute, and whether it keeps its head: a trial that is
 * passed or not, so it runs once and is no comparison.
 */
public final class SurgeSuite implements Suite {

  private static final double TIMES = 20;
  private static final Duration LENGTH = Duration.ofSeconds(60);
  private static final Duration QUICK_LENGTH = Duration.ofSeconds(20);
  private static final double LONGEST_WAIT_MILLIS = 5000;
  private static final double FLAT = 0.9;
  private static final int SUSTAINABLE_CONNECTIONS = 64;

  @Override
  public String name() {
    return "surge";
  }

  @Override
  public void run(Session session) throws Exception {
    Broker broker = session.bench().broker();
    List<byte[]> bodies = new Letters(2).bodies(IntakeSuite.LETTERS);
    try (Service intake = new IntakeProcesses(session.bench()).intake();
        Service _ =
            session.bench().service("router", RouterApplication.class, "router", Map.of())) {
      HttpLoad load = new HttpLoad(intake.port(), IntakeSuite.PATH, bodies);
      double sustainable = sustainable(session, load);
      session.progress().say("sustainable: %.0f appeals a second".formatted(sustainable));
      Path plot = plotFile(session);
      SurgeAlternative surge =
          new SurgeAlternative(load, broker, intake, TIMES * sustainable, sustainable, plot);
      session.measure(
          new Measure("surge", List.of(surge), claims()),
          new Rounds(1, session.quick() ? QUICK_LENGTH : LENGTH, Duration.ZERO));
      session.progress().say("plot: " + plot);
    }
  }

  private static List<Ratio> claims() {
    String surge = SurgeAlternative.NAME;
    return List.of(
        new Ratio(
            "surge: answered 202 or 503, of all that were sent",
            1,
            round -> round.figure(surge, SurgeAlternative.ANSWERED)),
        Ratio.below(
            "surge: 5 s to p99 of all answers, from sending",
            LONGEST_WAIT_MILLIS,
            surge,
            SurgeAlternative.P99),
        new Ratio(
            "surge: memory after a third of it to memory at its end",
            FLAT,
            round ->
                round.figure(surge, SurgeAlternative.MEMORY_AT_THIRD)
                    / round.figure(surge, SurgeAlternative.MEMORY_AT_END)),
        new Ratio(
            "surge: accepted a second, to what is sustained without it",
            Double.NaN,
            round -> round.figure(surge, SurgeAlternative.TO_SUSTAINABLE)),
        new Ratio(
            "surge: routed, of all that was accepted, when it had drained",
            1,
            round -> round.figure(surge, SurgeAlternative.DRAINED)));
  }

  private static double sustainable(Session session, HttpLoad load) throws Exception {
    session.progress().say("surge: what is sustainable");
    Arrivals closed = new Arrivals.Closed();
    load.run(SUSTAINABLE_CONNECTIONS, closed, session.warmUp());
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < Session.REPEATS; i++) {
      rates.add(load.run(SUSTAINABLE_CONNECTIONS, closed, session.turn()).acceptedPerSecond());
    }
    return Spread.of(rates).median();
  }

  /** Beside the file of figures, or in the folder of local data. */
  private static Path plotFile(Session session) throws Exception {
    Path folder =
        session
            .arguments()
            .out()
            .map(file -> file.toAbsolutePath().getParent())
            .orElse(session.home().resolve(".local"));
    Files.createDirectories(folder);
    return folder.resolve("surge.svg");
  }
}
