package city.reception.router.statistics;

import city.reception.router.statistics.Group.Dimension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the cases of a ledger, by the month of their registration and as they stand now. Parts of
 * a split appeal are not counted: the whole is.
 */
public final class Statistics {

  /** By which clock a day is a day, and a month a month: that of the deadlines. */
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  /** A case is answered by its last answer; a reopened one runs from its last reopening. */
  private static final String QUERY =
      """
      with wanted as (select ?::timestamptz as since, ?::timestamptz as until, ?::text as zone, ?::text[] as by),
      cases as (
        select
          to_char(k.registered_at at time zone zone, 'YYYY-MM') as month,
          case when 'COMMITTEE' = any (by) then k.committee end as committee,
          case when 'KIND' = any (by) then coalesce(j.kind, t.content ->> 'kind') end as kind,
          case when 'TOPIC' = any (by) then coalesce(j.topic, 'none') end as topic,
          k.status,
          k.status = 'ANSWERED' and j.answered_at <= k.due_at as in_time,
          case when k.status = 'ANSWERED' then coalesce(j.result, 'EXPLAINED') end as result,
          case when k.status = 'ANSWERED' then
            (j.answered_at at time zone zone)::date
              - (coalesce(j.reopened_at, k.registered_at) at time zone zone)::date
          end as days
        from wanted
        join appeal_case k on k.registered_at >= since and k.registered_at < until
        join appeal_content t using (appeal_id)
        join lateral (
          select
            max(e.facts #>> '{content,kind}') as kind,
            max(e.facts #>> '{route,basis,topics,0,topic}') filter (where e.type = 'Routed') as topic,
            max(e.facts #>> '{ties,parent}') filter (where e.type = 'Registered') as parent,
            max(e.at) filter (where e.type in ('Answered', 'AnsweredInParts')) as answered_at,
            max(e.at) filter (where e.type = 'Reopened') as reopened_at,
            (array_agg(e.facts ->> 'result' order by e.version desc, e.idx desc)
              filter (where e.type in ('Answered', 'AnsweredInParts')))[1] as result
          from case_event e
          where e.appeal_id = k.appeal_id
        ) j on j.parent is null
      )
      select month, committee, kind, topic,
        count(*) as received,
        count(*) filter (where in_time) as answered_in_time,
        count(*) filter (where status = 'ANSWERED' and not in_time) as answered_late,
        count(*) filter (where status not in
          ('ANSWERED', 'FORWARDED', 'REFUSED', 'CORRESPONDENCE_ENDED', 'WITHDRAWN')) as still_open,
        count(*) filter (where status = 'FORWARDED') as forwarded,
        count(*) filter (where status = 'REFUSED') as refused,
        count(*) filter (where status = 'CORRESPONDENCE_ENDED') as correspondence_ended,
        count(*) filter (where status = 'WITHDRAWN') as withdrawn,
        count(*) filter (where result = 'SATISFIED') as satisfied,
        count(*) filter (where result = 'EXPLAINED') as explained,
        count(*) filter (where result = 'DECLINED') as declined,
        round(percentile_cont(0.5) within group (order by days)::numeric, 1) as median_days,
        round(percentile_cont(0.9) within group (order by days)::numeric, 1) as ninetieth_days
      from cases
      group by month, committee, kind, topic
      order by month, committee, kind, topic
      """;

  private final JdbcTemplate ledger;

  public Statistics(JdbcTemplate ledger) {
    this.ledger = ledger;
  }

  /**
   * What is asked for.
   *
   * @param from the first day of registration, in Moscow
   * @param to the last one
   */
  public record Question(LocalDate from, LocalDate to, Set<Dimension> by) {
    public Question {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("the last day is before the first");
      }
      by = Set.copyOf(by);
    }
  }

  /** One group with its counts. */
  public record Row(Group group, Counts counts) {}

  /** What may be published, in the order of months, committees, kinds and topics. */
  public List<Row> published(Question question) {
    List<Row> rows = new ArrayList<>();
    for (Row counted : counted(question)) {
      Suppression.publishable(counted.counts())
          .ifPresent(counts -> rows.add(new Row(counted.group(), counts)));
    }
    return rows;
  }

  /** Everything as it is counted; nothing of it is to leave the process. */
  List<Row> counted(Question question) {
    return ledger.query(
        QUERY,
        (row, number) -> new Row(group(row), counts(row)),
        start(question.from()),
        start(question.to().plusDays(1)),
        MOSCOW.getId(),
        question.by().stream().map(Dimension::name).toArray(String[]::new));
  }

  private static Timestamp start(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(MOSCOW).toInstant());
  }

  private static Group group(ResultSet row) throws SQLException {
    Map<Dimension, String> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      String value =
          row.getString(
              switch (dimension) {
                case COMMITTEE -> "committee";
                case KIND -> "kind";
                case TOPIC -> "topic";
              });
      if (value != null) {
        values.put(dimension, value);
      }
    }
    return new Group(YearMonth.parse(row.getString("month")), values);
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("received"),
        row.getLong("answered_in_time"),
        row.getLong("answered_late"),
        row.getLong("still_open"),
        row.getLong("forwarded"),
        row.getLong("refused"),
        row.getLong("correspondence_ended"),
        row.getLong("withdrawn"),
        row.getLong("satisfied"),
        row.getLong("explained"),
        row.getLong("declined"),
        row.getBigDecimal("median_days"),
        row.getBigDecimal("ninetieth_days"));
  }
}
