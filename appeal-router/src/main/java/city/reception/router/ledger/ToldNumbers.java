package city.reception.router.ledger;

import city.reception.events.AppealId;
import city.reception.events.RegistrationNumber;
import city.reception.router.ledger.CaseLedger.Partition;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Registration numbers that were published and then forgotten by a restored database. A resident
 * who was told a number keeps it, and nobody else gets it.
 */
public final class ToldNumbers {

  /** How far the clocks of the database and of the brokers may be apart. */
  private static final Duration SKEW = Duration.ofHours(1);

  private final JdbcTemplate jdbc;
  private volatile boolean any;

  public ToldNumbers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** From when on the log may hold what the ledger has forgotten of the given partitions. */
  public Instant forgottenSince(Collection<Partition> partitions) {
    Instant since = Instant.MAX;
    for (Partition partition : partitions) {
      Instant last =
          jdbc
              .queryForList(
                  """
                  select i.recorded_at
                  from stream s join input i on i.stream_id = s.id
                  where s.topic = ? and s.part = ?
                  order by i.off desc
                  limit 1
                  """,
                  Timestamp.class,
                  partition.topic(),
                  partition.number())
              .stream()
              .findFirst()
              .map(recorded -> recorded.toInstant().minus(SKEW))
              .orElse(Instant.EPOCH);
      since = last.isBefore(since) ? last : since;
    }
    return since;
  }

  /**
   * Remembers numbers found in the log, as far as their appeals are unknown, and keeps the
   * sequences from giving them again: the missing places are drawn, so that none ever goes back.
   */
  public void remember(Map<AppealId, RegistrationNumber> told) {
    UUID[] appeals = told.keySet().stream().map(AppealId::value).toArray(UUID[]::new);
    String[] numbers = told.values().stream().map(RegistrationNumber::value).toArray(String[]::new);
    jdbc.update(
        """
        insert into told_number (appeal_id, number)
        select t.appeal_id, t.number
        from unnest(?::uuid[], ?::text[]) as t (appeal_id, number)
        where not exists (select from appeal_case k where k.appeal_id = t.appeal_id)
        on conflict do nothing
        """,
        appeals,
        numbers);
    any = true;
    jdbc.query(
        """
        select count(nextval('registration_number_' || year))
        from (
          select year, generate_series(
            (select coalesce(last_value, 0) from pg_sequences
             where sequencename = 'registration_number_' || year) + 1,
            max(place))
          from (
            select reverse(split_part(reverse(number), '-', 2)) as year,
                   reverse(split_part(reverse(number), '-', 1))::bigint as place
            from unnest(?::text[]) as number
          ) told
          group by year
        ) missing (year, place)
        """,
        row -> {},
        (Object) numbers);
  }

  /** Looks whether there is anything to remember; belongs before the first record is read. */
  public void refresh() {
    any =
        Boolean.TRUE.equals(
            jdbc.queryForObject("select exists (select from told_number)", Boolean.class));
  }

  /** The numbers under which the given appeals were registered before they were forgotten. */
  public Map<AppealId, RegistrationNumber> of(Collection<AppealId> appeals) {
    Map<AppealId, RegistrationNumber> told = new HashMap<>();
    if (any && !appeals.isEmpty()) {
      jdbc.query(
          "select appeal_id, number from told_number where appeal_id = any (?::uuid[])",
          row -> {
            told.put(
                new AppealId(row.getObject("appeal_id", UUID.class)),
                new RegistrationNumber(row.getString("number")));
          },
          (Object) appeals.stream().map(AppealId::value).toArray(UUID[]::new));
    }
    return told;
  }
}
