package city.reception.router.ledger;

import static city.reception.router.ledger.JdbcCaseLedger.column;

import city.reception.events.AppealId;
import city.reception.router.campaigns.Gathered;
import city.reception.router.campaigns.Gathered.Changed;
import city.reception.router.campaigns.KnownLetter;
import city.reception.router.campaigns.Matter;
import city.reception.router.ledger.CaseLedger.ConcurrentWriteException;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of table {@code exemplar}: which letters others are like, and the matters they form. */
final class ExemplarRows {

  private final JdbcTemplate jdbc;

  ExemplarRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Holds matters until the end of the transaction, and makes rows of those that had none.
   *
   * @param contested the matters that may change, each with a letter that was found of it
   * @param joined the campaigns that are to stay on their own until then
   * @throws ConcurrentWriteException when one of them has become part of another one
   */
  List<Matter> hold(Map<Long, KnownLetter> contested, Set<Long> joined) {
    List<Matter> held = List.of();
    if (!contested.isEmpty()) {
      begin(
          contested.values().stream()
              .filter(letter -> letter.id() == letter.matter())
              .sorted((one, two) -> Long.compare(one.id(), two.id()))
              .toList());
      held = held(contested.keySet());
    }
    if (held.size() != contested.size() || keep(joined) != joined.size()) {
      throw new ConcurrentWriteException("a matter became part of another one meanwhile");
    }
    return held;
  }

  void write(Gathered gathered) {
    insert(gathered.exemplars());
    unite(gathered.absorbed());
    update(gathered.matters());
  }

  private void begin(List<KnownLetter> letters) {
    jdbc.update(
        """
        insert into exemplar (letter_id, appeal_id, matter, voices)
        select id, appeal, id, array[applicant]
        from unnest(?::bigint[], ?::uuid[], ?::bigint[]) as first (id, appeal, applicant)
        on conflict do nothing
        """,
        column(letters, KnownLetter::id, Long[]::new),
        column(letters, letter -> letter.appeal().value(), UUID[]::new),
        column(letters, KnownLetter::applicant, Long[]::new));
  }

  private List<Matter> held(Collection<Long> ids) {
    Map<Long, List<Long>> exemplars = new HashMap<>();
    Map<Long, Matter> firsts = new HashMap<>();
    jdbc.query(
        """
        select letter_id, appeal_id, matter, voices, campaign_since is not null as campaign
        from exemplar
        where matter = any (?::bigint[])
        order by letter_id + 0 -- So it begins at the matters, whatever the table once held.
        for update
        """,
        row -> {
          long id = row.getLong("letter_id");
          long matter = row.getLong("matter");
          exemplars.computeIfAbsent(matter, m -> new ArrayList<>()).add(id);
          if (id == matter) {
            firsts.put(
                id,
                new Matter(
                    id,
                    new AppealId(row.getObject("appeal_id", UUID.class)),
                    voices(row.getArray("voices")),
                    row.getBoolean("campaign"),
                    List.of()));
          }
        },
        (Object) ids.toArray(Long[]::new));
    return firsts.values().stream()
        .map(first ->
            new Matter(
                first.id(),
                first.lead(),
                first.voices(),
                first.campaign(),
                exemplars.getOrDefault(first.id(), List.of())))
        .toList();
  }

  private int keep(Collection<Long> campaigns) {
    if (campaigns.isEmpty()) {
      return 0;
    }
    return jdbc.queryForList(
            """
            select letter_id from exemplar
            where letter_id = any (?::bigint[]) and matter = letter_id
            order by letter_id
            for share
            """,
            (Object) campaigns.toArray(Long[]::new))
        .size();
  }

  private void insert(Map<Long, Gathered.Exemplar> exemplars) {
    if (exemplars.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into exemplar (letter_id, appeal_id, matter, voices)
        select id, appeal, matter, '{}'
        from unnest(?::bigint[], ?::uuid[], ?::bigint[]) as e (id, appeal, matter)
        """,
        exemplars.keySet().toArray(Long[]::new),
        column(exemplars.values(), exemplar -> exemplar.appeal().value(), UUID[]::new),
        column(exemplars.values(), Gathered.Exemplar::matter, Long[]::new));
  }

  private void unite(Map<Long, Long> absorbed) {
    if (absorbed.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        update exemplar e
        set matter = united.into_matter
        from unnest(?::bigint[], ?::bigint[]) as united (matter, into_matter)
        where e.matter = any (?::bigint[]) -- So it begins at the index, whatever the table once held.
          and e.matter = united.matter
        """,
        absorbed.keySet().toArray(Long[]::new),
        absorbed.values().toArray(Long[]::new),
        absorbed.keySet().toArray(Long[]::new));
  }

  private void update(List<Changed> matters) {
    if (matters.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        update exemplar e
        set voices = m.voices::bigint[],
          campaign_since = case when m.campaign then coalesce(e.campaign_since, now()) end
        from unnest(?::bigint[], ?::text[], ?::boolean[]) as m (id, voices, campaign)
        where e.letter_id = any (?::bigint[]) -- So it begins at the index, whatever the table once held.
          and e.letter_id = m.id
        """,
        column(matters, Changed::matter, Long[]::new),
        column(matters, ExemplarRows::voices, String[]::new),
        column(matters, Changed::campaign, Boolean[]::new),
        column(matters, Changed::matter, Long[]::new));
  }

  private static Set<Long> voices(Array array) throws SQLException {
    return new HashSet<>(List.of((Long[]) array.getArray()));
  }

  private static String voices(Changed matter) {
    return matter.voices().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
