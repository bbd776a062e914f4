package city.reception.router.ledger;

import city.reception.events.AppealId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Checks the chains of all journals: that no entry was changed, taken out, put in between or cut
 * off. Reads the ledger as it is at one moment, row by row, whatever its size.
 */
public final class JournalCheck {

  private static final int FETCHED = 2_000;
  private static final int PROGRESS_AFTER = 100_000;

  private final DataSource ledger;

  public JournalCheck(DataSource ledger) {
    this.ledger = ledger;
  }

  /**
   * A link that does not hold.
   *
   * @param what what differs, without anything of what the entry says
   */
  public record Broken(AppealId appeal, int version, int index, String what) {}

  /**
   * What was found.
   *
   * @param unchained how many of the entries are older than the chain
   * @param erased of how many entries, texts or names are erased
   * @param brokenCases in how many cases a link does not hold
   * @param first the first of these, in the order of the appeals' ids
   */
  public record Result(
      long cases,
      long entries,
      long unchained,
      long erased,
      long brokenCases,
      Optional<Broken> first) {

    public boolean isWhole() {
      return brokenCases == 0;
    }
  }

  /**
   * Checks everything.
   *
   * @param progress is told now and then how many entries were read
   */
  public Result run(LongConsumer progress) {
    try (Connection connection = ledger.getConnection()) {
      connection.setReadOnly(true);
      // Only inside a transaction does the server hand out rows as they are asked for.
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      jdbc.setFetchSize(FETCHED);
      Instant start =
          Objects.requireNonNull(
              jdbc.queryForObject(
                  "select at from journal_start", (row, number) -> instant(row, "at")));
      Reading reading = new Reading(start, progress);
      // Along the keys: nothing is sorted or hashed, however long the journals are.
      jdbc.execute("set local enable_sort = off");
      jdbc.execute("set local enable_hashjoin = off");
      jdbc.query(
          """
          select e.appeal_id, e.version, e.idx, e.type, e.at, e.facts, e.stream_id, e.off, e.party,
            e.seen, e.actor, e.actor_salt, e.actor_digest, e.digest,
            case e.type when 'Registered' then t.content else e.texts end as texts,
            case e.type when 'Registered' then t.salt else e.texts_salt end as texts_salt,
            case e.type when 'Registered' then t.digest else e.texts_digest end as texts_digest,
            k.version as case_version, k.idx as case_idx, k.journal_head
          from case_event e
          left join appeal_case k on k.appeal_id = e.appeal_id
          left join appeal_content t on t.appeal_id = e.appeal_id
          order by e.appeal_id, e.version, e.idx
          """,
          reading::accept);
      reading.finish();
      jdbc.query(
          """
          select appeal_id, version, idx
          from appeal_case k
          where not exists (select from case_event e where e.appeal_id = k.appeal_id)
          order by appeal_id
          """,
          reading::withoutJournal);
      return reading.result();
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be read", e);
    }
  }

  /** Goes from entry to entry, and knows the case that it is in. */
  private static final class Reading {

    private final Instant start;
    private final LongConsumer progress;
    private long cases;
    private long entries;
    private long unchained;
    private long erased;
    private long brokenCases;
    private @Nullable Broken first;
    private @Nullable JournalCase current;

    Reading(Instant start, LongConsumer progress) {
      this.start = start;
      this.progress = progress;
    }

    void accept(ResultSet row) throws SQLException {
      AppealId appeal = new AppealId(row.getObject("appeal_id", UUID.class));
      JournalCase journal = current;
      if (journal == null || !journal.appeal().equals(appeal)) {
        finish();
        cases++;
        journal = JournalCase.at(row, appeal, start);
        current = journal;
      }
      entries++;
      if (row.getBytes("digest") == null) {
        unchained++;
      }
      if (JournalCase.isErased(row)) {
        erased++;
      }
      journal.accept(row);
      if (entries % PROGRESS_AFTER == 0) {
        progress.accept(entries);
      }
    }

    /** The case that was being read is over. */
    void finish() {
      JournalCase journal = current;
      if (journal != null) {
        journal.finish().ifPresent(this::note);
      }
    }

    void withoutJournal(ResultSet row) throws SQLException {
      cases++;
      note(
          new Broken(
              new AppealId(row.getObject("appeal_id", UUID.class)),
              row.getInt("version"),
              row.getInt("idx"),
              "the case has no journal"));
    }

    private void note(Broken broken) {
      brokenCases++;
      first = first == null ? broken : first;
    }

    Result result() {
      return new Result(cases, entries, unchained, erased, brokenCases, Optional.ofNullable(first));
    }
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
