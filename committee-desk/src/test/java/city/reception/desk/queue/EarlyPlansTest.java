package city.reception.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.ActionDone;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealJoinedCampaign;
import city.reception.events.AppealStatus;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import city.reception.testing.RowsRead;
import city.reception.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A plan that was made while PostgreSQL thought the tables empty must not read them whole when a
 * surge has filled them.
 */
class EarlyPlansTest {

  private static final int FEW = 10;
  private static final int MANY = 20_000;

  private static final CommitteeId IT = new CommitteeId("entrepreneurship-innovation-it");
  private static final List<String> TABLES =
      List.of("appeal", "appeal_content", "history", "transfer", "message", "desk_action");

  private static final List<String> FILLING =
      List.of(
          """
          insert into appeal (appeal_id, version, event_index, status, registration_number, committee,
            registered_at, due_at, due_at_explanation_ru, due_at_explanation_en)
          select lpad(to_hex(n), 32, '0')::uuid, 1, 1, 'ROUTED', n, 'entrepreneurship-innovation-it',
            now(), now() + n * interval '1 second', '', ''
          """,
          """
          insert into appeal_content (appeal_id, version, event_index, subject, routed, campaign)
          select lpad(to_hex(n), 32, '0')::uuid, 1, 1, '', '{}',
            case when n % 10 > 0 then lpad(to_hex(n - n % 10), 32, '0')::uuid end
          """,
          """
          insert into history (appeal_id, version, event_index, event, status, at)
          select lpad(to_hex(n), 32, '0')::uuid, 1, 1, 'ANSWERED', 'ANSWERED', now()
          """,
          """
          insert into transfer (appeal_id, version, reason, actor)
          select lpad(to_hex(n), 32, '0')::uuid, 1, '', ''
          """,
          """
          insert into message (appeal_id, version, event, facts)
          select lpad(to_hex(n), 32, '0')::uuid, 1, 'CLARIFIED', '{}'
          """,
          """
          insert into desk_action (action_id, appeal_id, type, committee, record_headers, record_value,
            state, version)
          select n, lpad(to_hex(n), 32, '0')::uuid, 'ANSWER', '', '{}', '{}', 'DONE', 1
          """);

  /** What the desk asks, again and again. */
  enum Asked {
    BATCH {
      @Override
      void of(JdbcTemplate jdbc) {
        List<AppealEvent> events = new ArrayList<>();
        for (int n = 1; n <= FEW; n++) {
          events.add(new AppealJoinedCampaign(summary(n), Instant.now(), appeal(FEW)));
          events.add(new ActionDone(new EventId(Integer.toString(n)), appeal(n), 1));
        }
        TransactionTemplate transactions =
            new TransactionTemplate(
                new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        new ReadModel(
                new CaseTables(jdbc), new ActionLedger(JdbcClient.create(jdbc), jdbc), transactions)
            .apply(events);
      }
    },
    QUEUE {
      @Override
      void of(JdbcTemplate jdbc) {
        QueueReader queue = new QueueReader(JdbcClient.create(jdbc));
        QueuePage first = queue.page(IT, null, FEW / 2);
        queue.page(IT, first.next(), FEW);
      }
    },
    CAMPAIGN {
      @Override
      void of(JdbcTemplate jdbc) {
        JdbcClient client = JdbcClient.create(jdbc);
        assertThat(
                new CampaignReader(client, new QueueReader(client)).of(appeal(FEW), IT, null, FEW))
            .isPresent();
      }
    },
    CASE {
      @Override
      void of(JdbcTemplate jdbc) {
        JdbcClient client = JdbcClient.create(jdbc);
        HistoryReader history = new HistoryReader(client);
        AppealReader reader = new AppealReader(client, history);
        reader.summary(appeal(1));
        reader.hasSeen(appeal(1), 1);
        history.of(appeal(1));
      }
    };

    abstract void of(JdbcTemplate jdbc);
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatIsAskedReadsATableWholeThatWasEmptyWhenItsRowsWereCounted(Asked asked)
      throws SQLException {
    TestPostgres.Database database = TestPostgres.freshDatabase();
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration/desk")
        .load()
        .migrate();
    try (Connection connection = database.connect()) {
      JdbcTemplate jdbc = ofTheService(connection);
      jdbc.execute("analyze " + String.join(", ", TABLES));
      fill(jdbc, 1, 2 * FEW);
      IntStream.range(0, 20).forEach(time -> asked.of(jdbc));
      fill(jdbc, 2 * FEW + 1, MANY);
      long before = RowsRead.in(jdbc);

      IntStream.range(0, 5).forEach(time -> asked.of(jdbc));

      assertThat(RowsRead.in(jdbc) - before).isLessThan(MANY);
    }
  }

  private static JdbcTemplate ofTheService(Connection connection) {
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    for (String setting : settingsOfTheServices()) {
      jdbc.execute("set " + setting);
    }
    for (String table : TABLES) {
      jdbc.execute("alter table " + table + " set (autovacuum_enabled = false)");
    }
    return jdbc;
  }

  private static List<String> settingsOfTheServices() {
    try {
      Object options =
          new YamlPropertySourceLoader()
              .load("defaults", new ClassPathResource("reception-defaults.yaml"))
              .getFirst()
              .getProperty("spring.datasource.hikari.data-source-properties.options");
      return Arrays.stream(Objects.toString(options).split("-c "))
          .filter(setting -> setting.startsWith("enable_") || setting.startsWith("plan_"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(JdbcTemplate jdbc, int from, int to) {
    for (String rows : FILLING) {
      jdbc.update(rows + " from generate_series(?, ?) as n", from, to);
    }
  }

  private static AppealId appeal(int number) {
    return new AppealId(new UUID(0, number));
  }

  private static CaseSummary summary(int number) {
    return new CaseSummary(
        appeal(number),
        1,
        0,
        AppealStatus.ROUTED,
        RegistrationNumber.of("МГД", 2026, number),
        IT,
        Instant.EPOCH,
        Instant.EPOCH,
        new LocalizedText("", ""),
        null);
  }
}
