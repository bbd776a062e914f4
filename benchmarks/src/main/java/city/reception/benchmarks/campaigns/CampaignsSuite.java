package city.reception.benchmarks.campaigns;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.Suite;
import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Measure;
import city.reception.benchmarks.harness.Ratio;
import city.reception.benchmarks.harness.Reading;
import city.reception.benchmarks.harness.Rounds;
import city.reception.events.AppealId;
import city.reception.local.postgres.Database;
import city.reception.router.campaigns.CampaignRules;
import city.reception.router.campaigns.Marks;
import city.reception.router.ledger.RememberedLetters;
import city.reception.testing.letters.CampaignScore;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters of campaigns among as many others, found as the router finds them: batch by batch, each
 * one transaction of PostgreSQL.
 */
public final class CampaignsSuite implements Suite {

  private static final String NAME = "campaigns among other letters";
  private static final String MARKED = "letters of 500 characters marked/s, one thread";
  private static final int CHARACTERS = 500;
  private static final int BATCH = 1000;
  private static final int SHARES = 10;

  @Override
  public String name() {
    return "campaigns";
  }

  @Override
  public void run(Session session) throws Exception {
    int half = session.quick() ? 10_000 : 100_000;
    MarkedLetters letters = new MarkedLetters(session.home(), half / 500, half, half);
    session.measure(
        new Measure(NAME, List.of(once(letters, session, 2 * half)), claims(2 * half)),
        new Rounds(1, Duration.ZERO, Duration.ZERO));
  }

  private static Alternative once(MarkedLetters letters, Session session, int count) {
    return new Alternative() {
      @Override
      public String name() {
        return NAME;
      }

      @Override
      public Reading run(Duration time) {
        return found(session, letters, count);
      }
    };
  }

  private static List<Ratio> claims(int letters) {
    int share = letters / SHARES;
    return List.of(
        new Ratio(
            "the second share's time to the last one's",
            0.7,
            round -> round.figure(NAME, seconds(2 * share)) / round.figure(NAME, seconds(letters))),
        new Ratio("precision by letter", 0.99, round -> round.figure(NAME, "precision by letter")),
        new Ratio("recall by letter", 0.97, round -> round.figure(NAME, "recall by letter")),
        new Ratio("letters marked/s to 20,000", 1, round -> round.figure(NAME, MARKED) / 20_000));
  }

  private static Reading found(Session session, MarkedLetters letters, int count) {
    Database database = session.bench().database("campaigns");
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(database.url());
      pool.setUsername(database.username());
      pool.setPassword(database.password());
      // As the services ask.
      pool.addDataSourceProperty(
          "options", "-c enable_seqscan=off -c plan_cache_mode=force_generic_plan");
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/migration/router")
          .load()
          .migrate();
      JdbcTemplate jdbc = new JdbcTemplate(pool);
      RememberedLetters remembered = new RememberedLetters(jdbc, CampaignRules.ORDINARY);
      TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
      Reading reading = Reading.of(Account.NONE);
      for (int share = 1; share <= SHARES; share++) {
        reading =
            reading.with(
                seconds(share * count / SHARES),
                seconds(transaction, remembered, letters, count / SHARES));
      }
      return scored(reading, letters.score(campaigns(jdbc)))
          .with(MARKED, letters.markedPerSecond(CHARACTERS));
    }
  }

  private static double seconds(
      TransactionTemplate transaction,
      RememberedLetters remembered,
      MarkedLetters letters,
      int count) {
    long nanos = 0;
    for (int i = 0; i < count; i += BATCH) {
      Map<AppealId, Marks> batch = letters.next(BATCH);
      long begin = System.nanoTime();
      transaction.executeWithoutResult(status -> remembered.write(remembered.gather(batch)));
      nanos += System.nanoTime() - begin;
    }
    return nanos / 1e9;
  }

  /** The campaign that each letter of one is part of. */
  private static Map<AppealId, Long> campaigns(JdbcTemplate jdbc) {
    Map<AppealId, Long> campaigns = new HashMap<>();
    jdbc.query(
        """
        select l.appeal_id, e.matter
        from letter l
        join exemplar e on e.letter_id = coalesce(l.exemplar, l.id)
        join exemplar first on first.letter_id = e.matter
        where first.campaign_since is not null
        """,
        row -> {
          campaigns.put(
              new AppealId(row.getObject("appeal_id", UUID.class)), row.getLong("matter"));
        });
    return campaigns;
  }

  private static String seconds(int letters) {
    return "seconds for the letters to %,d".formatted(letters);
  }

  private static Reading scored(Reading reading, CampaignScore score) {
    return reading
        .with("campaigns found", score.campaigns())
        .with("precision by letter", score.precisionByLetter())
        .with("recall by letter", score.recallByLetter())
        .with("precision by pair", score.precisionByPair())
        .with("recall by pair", score.recallByPair());
  }
}
