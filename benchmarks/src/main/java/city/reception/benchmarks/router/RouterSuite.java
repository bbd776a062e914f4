package city.reception.benchmarks.router;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.Suite;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Measure;
import city.reception.benchmarks.harness.Ratio;
import city.reception.benchmarks.harness.Rounds;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The router: how many appeals a second, against whom, with how many cases, and how soon. */
public final class RouterSuite implements Suite {

  private static final int MILLION = 1_000_000;
  private static final int QUICK_CASES = 200_000;
  private static final List<Integer> RATES = List.of(1, 10, 100, 1_000);
  private static final double LATENCY_LIMIT_MS = 250;

  private static final String ONE = "router, 1 thread";
  private static final String TWO = "router, 2 threads";
  private static final String FOUR = "router, 4 threads";
  private static final String SINGLY = "router, one transaction a record";
  private static final String FULL = "router, 1 thread, many cases";

  @Override
  public String name() {
    return "router";
  }

  @Override
  public void run(Session session) throws Exception {
    RouterStage stage = new RouterStage(session);
    MeasuredProcess router = stage.router("router", RouterStage.LEDGER, Map.of());
    try (InputLog log = new InputLog(session.bench().broker().bootstrapServers())) {
      log.createTopic(Raw.TOPIC, 12);
      session.measure(
          new Measure(
              "router: appeals a second", alternatives(session, stage, router, log), ratios()),
          rounds(session));
      session.measure(latency(session, stage, router, log), latencyRounds(session));
    }
  }

  private static List<Alternative> alternatives(
      Session session, RouterStage stage, MeasuredProcess router, InputLog log)
      throws InterruptedException, SQLException {
    MeasuredProcess singly =
        stage.router(
            "router-singly",
            RouterStage.LEDGER,
            Map.of("spring.kafka.consumer.max-poll-records", "1"));
    MeasuredProcess full = stage.router("router-full", RouterStage.FULL_LEDGER, Map.of());
    int cases = session.quick() ? QUICK_CASES : MILLION;
    session.progress().say("filling a ledger with %,d cases".formatted(cases));
    LedgerPreload.fill(stage.database(RouterStage.FULL_LEDGER), cases);
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(stage.contestant(ONE, router, RouterStage.LEDGER, 1));
    contestants.add(stage.contestant(TWO, router, RouterStage.LEDGER, 2));
    if (!session.quick()) {
      contestants.add(stage.contestant(FOUR, router, RouterStage.LEDGER, 4));
    }
    contestants.add(stage.contestant(FULL, full, RouterStage.FULL_LEDGER, 1));
    contestants.add(stage.contestant(SINGLY, singly, RouterStage.LEDGER, 1));
    for (Peers.Peer peer : Peers.Peer.values()) {
      contestants.add(stage.peer(peer));
    }
    AppealRecords appeals = new AppealRecords();
    ProcessorTime time = ProcessorTime.of(session.bench());
    return contestants.stream()
        .<Alternative>map(contestant -> new RoutingTurn(contestant, log, appeals, time))
        .toList();
  }

  private static List<Ratio> ratios() {
    return List.of(
        ratio("router against one transaction a record", 20, ONE, SINGLY),
        ratio("router against JPA a record", 6, ONE, Peers.Peer.JPA.title()),
        ratio("router against raw consume-transform-produce", 0.25, ONE, Peers.Peer.RAW.title()),
        ratio(
            "router against records copied with transactions",
            Double.NaN,
            ONE,
            Peers.Peer.COPY.title()),
        ratio("router against the bare limit", Double.NaN, ONE, Peers.Peer.LIMIT.title()),
        ratio("two router threads against one", 1.4, TWO, ONE),
        ratio("router with many cases against an empty ledger", 0.8, FULL, ONE));
  }

  private static Ratio ratio(String name, double target, String one, String other) {
    return Ratio.of(name, target, one, other, RoutingTurn.APPEALS);
  }

  private static Rounds rounds(Session session) {
    return new Rounds(Session.REPEATS, session.turn(), session.warmUp());
  }

  private static Measure latency(
      Session session, RouterStage stage, MeasuredProcess router, InputLog log)
      throws InterruptedException {
    List<Alternative> rates = new ArrayList<>();
    List<Ratio> ratios = new ArrayList<>();
    AppealRecords appeals = new AppealRecords();
    Contestant contestant = stage.contestant("router", router, RouterStage.LEDGER, 2);
    for (int rate : RATES) {
      LatencyTurn turn =
          new LatencyTurn(
              contestant, session.bench().broker().bootstrapServers(), log, appeals, rate);
      rates.add(turn);
      ratios.add(
          Ratio.below(
              "router, %,d appeals/s: 250 ms over p99 from accepted to routed".formatted(rate),
              LATENCY_LIMIT_MS,
              turn.name(),
              LatencyTurn.P99));
    }
    return new Measure("router: from accepted to routed", rates, ratios);
  }

  /** Long enough for a few dozen appeals at one a second. */
  private static Rounds latencyRounds(Session session) {
    return session.quick()
        ? new Rounds(2, Duration.ofSeconds(5), Duration.ZERO)
        : new Rounds(Session.REPEATS, session.turn().multipliedBy(2), Duration.ofSeconds(5));
  }
}
