package city.reception.benchmarks.ledger;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.Suite;
import city.reception.benchmarks.harness.Measure;
import city.reception.benchmarks.harness.Rounds;
import city.reception.benchmarks.router.LedgerPreload;
import city.reception.desk.queue.AppealReader;
import city.reception.desk.queue.HistoryReader;
import city.reception.desk.queue.QueueReader;
import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.local.postgres.Database;
import city.reception.router.timers.DueTimers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a full ledger and a full desk take for the questions that are asked all day: the next due
 * timers, a committee's first page, a case with its history. Fails where a plan reads a whole
 * table.
 */
public final class LedgerSuite implements Suite {

  private static final int MILLION = 1_000_000;
  private static final int QUICK_CASES = 100_000;
  private static final int TIMES = 50;
  private static final int DUE = 500;
  private static final int PAGE = 50;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final CommitteeId COMMITTEE = new CommitteeId("health");
  private static final String WHOLE_TABLE = "Seq Scan";

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public void run(Session session) throws Exception {
    int cases = session.arguments().cases().orElse(session.quick() ? QUICK_CASES : MILLION);
    Database ledger = session.bench().database("router");
    Database desk = session.bench().database("desk");
    prepare(session, ledger, desk, cases);
    List<Probe> probes = probes(session, ledger, desk);
    Measure measure =
        new Measure("ledger: with %,d cases".formatted(cases), List.copyOf(probes), List.of());
    // A line for each of the questions would only hide the figures.
    Rounds.Result _ =
        session.measure(
            measure, new Rounds(TIMES, Duration.ZERO, Duration.ofSeconds(1)), line -> {});
    List<String> wholeTables = new ArrayList<>();
    for (Probe probe : probes) {
      List<String> plans = probe.plans();
      if (plans.isEmpty()) {
        throw new IllegalStateException("no plan was seen of: " + probe.name());
      }
      for (String plan : plans) {
        Session.print(probe.name() + "\n" + plan.indent(2));
        if (plan.contains(WHOLE_TABLE)) {
          wholeTables.add(probe.name());
        }
      }
    }
    if (!wholeTables.isEmpty()) {
      throw new IllegalStateException("whole tables are read by: " + wholeTables);
    }
  }

  private static void prepare(Session session, Database ledger, Database desk, int cases)
      throws SQLException {
    migrate(ledger, "router");
    migrate(desk, "desk");
    session.progress().say("filling a ledger with %,d cases".formatted(cases));
    LedgerPreload.fill(ledger, cases);
    JdbcTemplate timers = new JdbcTemplate(source(ledger));
    // The preloaded ones are all to come; of the real ones, some always are due.
    timers.update(
        """
        update timer set due_at = now() - random() * interval '1 day'
        where appeal_id in (select appeal_id from timer limit ?)
        """,
        4 * DUE);
    timers.execute("vacuum analyze timer");
    session.progress().say("filling a desk with %,d cases".formatted(cases));
    DeskPreload.fill(desk, cases);
  }

  private static List<Probe> probes(Session session, Database ledger, Database desk) {
    AppealId appeal =
        new AppealId(
            Objects.requireNonNull(
                new JdbcTemplate(source(desk))
                    .queryForObject(
                        """
                        select appeal_id from desk_action join transfer using (appeal_id) limit 1
                        """,
                        UUID.class)));
    List<Probe> probes =
        List.of(
            new Probe(
                "router: the next %d due timers".formatted(DUE),
                ledger,
                DUE,
                jdbc -> {
                  DueTimers timers = new DueTimers(jdbc);
                  return () -> timers.claim(DUE, LEASE).size();
                }),
            new Probe(
                "desk: a committee's first page of %d".formatted(PAGE),
                desk,
                PAGE,
                jdbc -> {
                  QueueReader queue = new QueueReader(JdbcClient.create(jdbc));
                  return () -> queue.page(COMMITTEE, null, PAGE).items().size();
                }),
            new Probe(
                "desk: a case with its history",
                desk,
                4,
                jdbc -> {
                  AppealReader appeals = appeals(jdbc);
                  return () -> appeals.find(appeal).map(found -> found.history().size()).orElse(0);
                }));
    probes.forEach(session.bench()::keep);
    return probes;
  }

  private static AppealReader appeals(JdbcTemplate jdbc) {
    JdbcClient client = JdbcClient.create(jdbc);
    return new AppealReader(client, new HistoryReader(client));
  }

  private static void migrate(Database database, String schema) {
    Flyway.configure()
        .dataSource(source(database))
        .locations("classpath:db/migration/" + schema)
        .load()
        .migrate();
  }

  private static DriverManagerDataSource source(Database database) {
    return new DriverManagerDataSource(database.url(), database.username(), database.password());
  }
}
