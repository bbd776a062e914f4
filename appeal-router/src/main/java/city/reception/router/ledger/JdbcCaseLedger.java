package city.reception.router.ledger;

import city.reception.events.AppealId;
import city.reception.events.codec.EventJson;
import java.sql.Connection;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The ledger in PostgreSQL: one statement a table a batch, whatever the batch's size. */
public final class JdbcCaseLedger implements CaseLedger {

  /** Names the advisory lock of those who catch up. */
  private static final long CATCH_UP = 0x7265636570746eL;

  private final JdbcTemplate jdbc;
  private final Streams streams;
  private final CaseRows cases;
  private final JournalRows journal;
  private final DisagreementRows disagreements;

  public JdbcCaseLedger(JdbcTemplate jdbc) {
    JsonMapper json = EventJson.mapper();
    this.jdbc = jdbc;
    this.streams = new Streams(jdbc);
    this.cases = new CaseRows(jdbc, json);
    this.journal = new JournalRows(jdbc, json);
    this.disagreements = new DisagreementRows(jdbc);
  }

  @Override
  public Map<Partition, Long> lock(Collection<Partition> partitions) {
    return streams.lock(partitions);
  }

  @Override
  public Map<Position, RecordedInput> recorded(Collection<Position> positions) {
    Map<Position, RecordedInput> found = new HashMap<>();
    if (positions.isEmpty()) {
      return found;
    }
    jdbc.query(
        """
        select i.stream_id, i.off, i.at, i.event_key, i.appeal_id, i.result, i.reason, i.outputs
        from unnest(?::int[], ?::bigint[]) as wanted (stream_id, off)
        cross join lateral (
          select i.* from input i where i.stream_id = wanted.stream_id and i.off = wanted.off
          limit 1 -- So it begins at the index, whatever the table once held.
        ) i
        """,
        row -> {
          Partition partition = streams.partition(row.getInt("stream_id"));
          Position position =
              new Position(partition.topic(), partition.number(), row.getLong("off"));
          UUID appeal = row.getObject("appeal_id", UUID.class);
          byte[] outputs = row.getBytes("outputs");
          found.put(
              position,
              new RecordedInput(
                  position,
                  row.getTimestamp("at").toInstant(),
                  row.getObject("event_key", UUID.class),
                  appeal == null ? null : new AppealId(appeal),
                  RecordedInput.Result.valueOf(row.getString("result")),
                  row.getString("reason"),
                  outputs == null ? new byte[0] : outputs));
        },
        column(positions, this::streamId, Integer[]::new),
        column(positions, Position::offset, Long[]::new));
    return found;
  }

  @Override
  public Set<UUID> known(Collection<UUID> eventKeys) {
    Set<UUID> known = new HashSet<>();
    if (!eventKeys.isEmpty()) {
      jdbc.query(
          "select event_key from input where event_key = any (?::uuid[])",
          row -> {
            known.add(row.getObject("event_key", UUID.class));
          },
          (Object) eventKeys.toArray(UUID[]::new));
    }
    return known;
  }

  @Override
  public LoadedCases load(Collection<AppealId> appeals) {
    return cases.load(appeals);
  }

  @Override
  public List<Long> nextNumbers(int year, int count) {
    return jdbc.queryForList(
        "select nextval('registration_number_' || ?::int) from generate_series(1, ?)",
        Long.class,
        year,
        count);
  }

  @Override
  public void write(LedgerWrite batch, Map<Partition, Long> nextOffsets) {
    require(insertInputs(batch.inputs) == batch.inputs.size(), "an input was recorded meanwhile");
    JournalRows.Links links = journal.link(batch, this::streamId);
    require(
        cases.insert(batch.inserted, links) == batch.inserted.size(),
        "a case was registered meanwhile");
    require(
        cases.update(batch.updated, links.heads()) == batch.updated.size(),
        "a case was changed meanwhile");
    journal.insert(links.rows());
    setTimers(batch.timersSet);
    cancelTimers(batch.timersCancelled);
    disagreements.insert(batch.disagreements);
    streams.advance(nextOffsets);
  }

  @Override
  public Map<Partition, Long> positions() {
    return streams.positions();
  }

  @Override
  public CatchUpLock lockForCatchUp() {
    DataSource source = Objects.requireNonNull(jdbc.getDataSource());
    Connection connection = DataSourceUtils.getConnection(source);
    // A connection that dies gives the lock back with it.
    JdbcTemplate own = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    try {
      own.query("select pg_advisory_lock(?)", row -> {}, CATCH_UP);
    } catch (RuntimeException e) {
      DataSourceUtils.releaseConnection(connection, source);
      throw e;
    }
    return () -> {
      try {
        own.query("select pg_advisory_unlock(?)", row -> {}, CATCH_UP);
      } finally {
        DataSourceUtils.releaseConnection(connection, source);
      }
    };
  }

  private int insertInputs(List<RecordedInput> inputs) {
    if (inputs.isEmpty()) {
      return 0;
    }
    return jdbc.update(
        """
        insert into input (stream_id, off, at, event_key, appeal_id, result, reason, outputs)
        select * from unnest(?::int[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
          ?::bytea[])
        on conflict do nothing
        """,
        column(inputs, input -> streamId(input.position()), Integer[]::new),
        column(inputs, input -> input.position().offset(), Long[]::new),
        column(inputs, input -> Timestamp.from(input.at()), Timestamp[]::new),
        column(inputs, RecordedInput::eventKey, UUID[]::new),
        column(inputs, JdbcCaseLedger::appeal, UUID[]::new),
        column(inputs, input -> input.result().name(), String[]::new),
        column(inputs, RecordedInput::reason, String[]::new),
        column(inputs, RecordedInput::outputs, byte[][]::new));
  }

  private void setTimers(Map<LedgerWrite.TimerKey, LedgerWrite.TimerRow> timers) {
    if (timers.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into timer (appeal_id, timer, generation, due_at)
        select * from unnest(?::uuid[], ?::text[], ?::int[], ?::timestamptz[])
        on conflict (appeal_id, timer) do update
        set generation = excluded.generation, due_at = excluded.due_at, leased_until = null
        where timer.generation < excluded.generation
        """,
        column(timers.keySet(), key -> key.appeal().value(), UUID[]::new),
        column(timers.keySet(), key -> key.timer().name(), String[]::new),
        column(timers.values(), LedgerWrite.TimerRow::generation, Integer[]::new),
        column(timers.values(), timer -> Timestamp.from(timer.dueAt()), Timestamp[]::new));
  }

  private void cancelTimers(Set<LedgerWrite.TimerKey> timers) {
    if (timers.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        delete from timer
        where appeal_id = any (?::uuid[]) -- So it begins at the index, whatever the table once held.
          and (appeal_id, timer) in (select * from unnest(?::uuid[], ?::text[]))
        """,
        column(timers, key -> key.appeal().value(), UUID[]::new),
        column(timers, key -> key.appeal().value(), UUID[]::new),
        column(timers, key -> key.timer().name(), String[]::new));
  }

  private int streamId(Position position) {
    return streams.id(new Partition(position.topic(), position.partition()));
  }

  private static @Nullable UUID appeal(RecordedInput input) {
    AppealId appeal = input.appeal();
    return appeal == null ? null : appeal.value();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new ConcurrentWriteException(otherwise);
    }
  }

  static <T, C extends @Nullable Object> Object column(
      Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
