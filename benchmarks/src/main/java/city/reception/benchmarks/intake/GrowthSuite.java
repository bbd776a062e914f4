package city.reception.benchmarks.intake;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.Suite;
import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.CpuTime;
import city.reception.benchmarks.harness.HeapOf;
import city.reception.benchmarks.harness.Measure;
import city.reception.benchmarks.harness.Ratio;
import city.reception.benchmarks.harness.Reading;
import city.reception.benchmarks.harness.Rounds;
import city.reception.benchmarks.harness.Service;
import city.reception.benchmarks.harness.Workbench;
import city.reception.benchmarks.load.Letters;
import city.reception.desk.DeskApplication;
import city.reception.notifications.NotificationsApplication;
import city.reception.router.RouterApplication;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What an appeal costs in Kafka, in PostgreSQL and in memory, and what a service costs idle. */
public final class GrowthSuite implements Suite {

  private static final double LIVE_BYTES = 900;
  private static final double BULK_BYTES = 550;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public void run(Session session) throws Exception {
    Workbench bench = session.bench();
    Broker broker = bench.broker();
    // First the services one by one, since a start beside others is slower.
    Map<String, Service> services = new HashMap<>();
    services.put("intake", new IntakeProcesses(bench).intake());
    services.put(
        "router", bench.service("router", RouterApplication.class, "router", Map.of()));
    List<byte[]> bodies = new Letters(3).bodies(IntakeSuite.LETTERS);
    Service intake = services.get("intake");
    Footprint footprint = new Footprint(bench, broker, intake.port(), bodies);
    once(session, "bytes an appeal", footprint::measure, claims());
    once(
        session,
        "heap of intake for appeals in flight",
        () -> new InFlight(bench, intake, bodies).measure(),
        List.of());
    if (!session.quick()) {
      services.put("desk", bench.service("desk", DeskApplication.class, "desk", Map.of()));
      services.put(
          "notifications",
          bench.service(
              "notifications",
              NotificationsApplication.class,
              "notifications",
              notifications(bench)));
    }
    once(session, "services after their start", () -> idle(services), List.of());
    for (Service service : services.values()) {
      service.close();
    }
  }

  private static List<Ratio> claims() {
    return List.of(
        new Ratio(
            "900 bytes to those of an appeal in Kafka, live",
            1,
            round -> LIVE_BYTES / round.figure("bytes an appeal", Footprint.LIVE)),
        new Ratio(
            "550 bytes to those of an appeal in Kafka, in bulk",
            1,
            round -> BULK_BYTES / round.figure("bytes an appeal", Footprint.BULK)));
  }

  /** Bytes do not scatter from run to run, so one reading is enough. */
  private static void once(
      Session session, String name, Callable<Reading> reading, List<Ratio> ratios)
      throws Exception {
    Alternative alternative =
        new Alternative() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Reading run(Duration time) throws Exception {
            return reading.call();
          }
        };
    session.measure(
        new Measure(name, List.of(alternative), ratios),
        new Rounds(1, Duration.ZERO, Duration.ZERO));
  }

  private static Reading idle(Map<String, Service> services) throws Exception {
    Reading reading = Reading.of(Account.NONE);
    for (Service service : services.values()) {
      try (HeapOf heap = new HeapOf(service.process().handle())) {
        reading =
            reading
                .with(service.name() + ": seconds to start", service.startUp().toMillis() / 1000.0)
                .with(service.name() + ": live heap MiB", heap.liveMebibytes())
                .with(
                    service.name() + ": resident MiB",
                    CpuTime.residentMebibytes(service.process().handle()));
      }
    }
    return reading;
  }

  private static Map<String, String> notifications(Workbench bench) {
    return Map.of(
        "reception.notifications.sealing-keys.bench1",
        bench.secrets().key("contact-seal"),
        "spring.mail.host",
        "127.0.0.1",
        // Nobody listens there: nothing is to be mailed.
        "spring.mail.port",
        "9",
        "reception.notifications.mail.tracking-url",
        "http://127.0.0.1/{appealId}");
  }
}
