package city.reception.benchmarks.journey;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.Suite;
import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.CpuTime;
import city.reception.benchmarks.harness.Measure;
import city.reception.benchmarks.harness.Ratio;
import city.reception.benchmarks.harness.Rounds;
import city.reception.benchmarks.harness.Service;
import city.reception.benchmarks.harness.Workbench;
import city.reception.benchmarks.intake.IntakeProcesses;
import city.reception.benchmarks.ledger.DeskPreload;
import city.reception.benchmarks.load.Letters;
import city.reception.benchmarks.router.LedgerPreload;
import city.reception.desk.DeskApplication;
import city.reception.events.CommitteeId;
import city.reception.intake.IntakeApplication;
import city.reception.notifications.NotificationsApplication;
import city.reception.router.RouterApplication;
import city.reception.starter.committees.CommitteesFile;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whole lifecycles, with every service in a process of its own: on an empty ledger, and on one with
 * a million cases. Held against what eGov DIGIT publishes of itself, on a machine of its own.
 */
public final class JourneySuite implements Suite {

  private static final double DIGIT_EMPTY = 37;
  private static final double DIGIT_AT_A_MILLION = 6.3;
  private static final int MILLION = 1_000_000;
  private static final int QUICK_CASES = 200_000;
  private static final int LETTERS = 20_000;

  /** Six JVMs share the machine, and none is done compiling after the minute that one has. */
  private static final Duration WARM_UP = Duration.ofMinutes(4);

  @Override
  public String name() {
    return "journey";
  }

  @Override
  public void run(Session session) throws Exception {
    Workbench bench = session.bench();
    Mailbox mailbox = bench.keep(new Mailbox());
    Broker broker = bench.broker("broker-of-journeys", Map.of());
    String kafka = broker.bootstrapServers();
    Map<String, Service> services = new LinkedHashMap<>();
    services.put(
        "intake",
        start(
            bench,
            kafka,
            "intake",
            IntakeApplication.class,
            IntakeProcesses.properties(bench.secrets())));
    services.put("router", start(bench, kafka, "router", RouterApplication.class, Map.of()));
    services.put("desk", start(bench, kafka, "desk", DeskApplication.class, Map.of()));
    services.put(
        "notifications",
        start(
            bench,
            kafka,
            "notifications",
            NotificationsApplication.class,
            notifications(bench, mailbox)));
    URI appeals = services.get("intake").uri("/api/v1/appeals");
    Map<String, DoubleSupplier> processes = new LinkedHashMap<>();
    services.forEach((name, service) -> processes.put(name, used(service.process().handle())));
    processes.put("the broker", used(broker.process().handle()));
    processes.put("PostgreSQL", used(bench.postgresProcess()));
    processes.put(
        "residents and committees", () -> CpuTime.secondsWithoutChildren(ProcessHandle.current()));
    JsonMapper json = JsonMapper.shared();
    List<ObjectNode> letters =
        new Letters(4)
            .bodies(LETTERS).stream().map(body -> (ObjectNode) json.readTree(body)).toList();
    Set<CommitteeId> ids =
        CommitteesFile.read(
                new FileSystemResource(session.home().resolve("config/committees.yaml")))
            .ids();
    try (BusyCommittees committees = new BusyCommittees(kafka, ids)) {
      measure(
          session,
          new JourneyTurn("empty", appeals, mailbox, committees, letters, processes),
          DIGIT_EMPTY,
          10,
          WARM_UP);
      int cases = session.quick() ? QUICK_CASES : MILLION;
      session.progress().say("filling every service's tables with %,d cases".formatted(cases));
      LedgerPreload.fill(bench.database(database("router")), cases);
      DeskPreload.fill(bench.database(database("desk")), cases);
      NoticesPreload.fill(bench.database(database("notifications")), cases);
      measure(
          session,
          new JourneyTurn(
              "with %,d cases".formatted(cases), appeals, mailbox, committees, letters, processes),
          DIGIT_AT_A_MILLION,
          50,
          session.warmUp());
    }
  }

  private static void measure(
      Session session, JourneyTurn turn, double published, double target, Duration warmUp)
      throws Exception {
    session.measure(
        new Measure(
            "journey, " + turn.name(),
            List.of(turn),
            List.of(
                new Ratio(
                    "lifecycles a second, %s, against eGov DIGIT's published %s"
                        .formatted(turn.name(), published),
                    target,
                    round -> round.figure(turn.name(), JourneyTurn.LIFECYCLES) / published))),
        new Rounds(Session.REPEATS, session.turn(), session.quick() ? session.warmUp() : warmUp));
  }

  private static DoubleSupplier used(ProcessHandle process) {
    return () -> CpuTime.secondsOf(process);
  }

  private static Service start(
      Workbench bench, String kafka, String name, Class<?> main, Map<String, String> own)
      throws InterruptedException {
    Map<String, String> properties = new HashMap<>(own);
    properties.put("spring.kafka.bootstrap-servers", kafka);
    return bench.service("journey-" + name, main, database(name), properties);
  }

  private static String database(String service) {
    return "journey" + service;
  }

  private static Map<String, String> notifications(Workbench bench, Mailbox mailbox) {
    return Map.of(
        "reception.notifications.sealing-keys.bench1",
        bench.secrets().key("contact-seal"),
        "spring.mail.host",
        "127.0.0.1",
        "spring.mail.port",
        Integer.toString(mailbox.port()),
        "reception.notifications.mail.tracking-url",
        "http://127.0.0.1/api/v1/appeals/{appealId}");
  }
}
