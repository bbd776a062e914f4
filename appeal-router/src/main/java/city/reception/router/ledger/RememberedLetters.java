package city.reception.router.ledger;

import static city.reception.router.ledger.JdbcCaseLedger.column;

import city.reception.events.AppealId;
import city.reception.router.campaigns.CampaignRules;
import city.reception.router.campaigns.Gathered;
import city.reception.router.campaigns.Gathering;
import city.reception.router.campaigns.Kinship;
import city.reception.router.campaigns.KnownLetter;
import city.reception.router.campaigns.Marks;
import city.reception.router.campaigns.NewLetter;
import city.reception.router.campaigns.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is remembered of letters: tables {@code letter} and {@code letter_key}, and {@link
 * ExemplarRows}. Every method belongs inside the one transaction of a batch. One round trip finds,
 * one writes; only where matters change there are a few more.
 */
public final class RememberedLetters {

  /** A row of {@link #FIND} with a number set aside. */
  private static final int NUMBER = -1;

  /** A row of {@link #FIND} with a letter that is known. */
  private static final int LETTER = -2;

  /**
   * The other rows have the letters under the keys of a new one, whose place in the batch is {@code
   * asked}. Each known letter comes once, for the copies of a campaign all find the same few.
   */
  private static final String FIND =
      """
      with hit as materialized (
        select wanted.asked, array_agg(distinct under.letter_id) as letters
        from unnest(?::int[], ?::bigint[]) as wanted (asked, key)
        cross join lateral (
          select k.letter_id from letter_key k where k.key = wanted.key
          order by k.letter_id desc limit ?
        ) under
        group by wanted.asked
      )
      select -1 as asked, null::bigint[] as letters, nextval('letter_id') as id,
        null::uuid as appeal_id, null::bigint as applicant, null::bytea as signature,
        null::bigint as exemplar, null::bigint as matter, null::uuid as lead,
        null::boolean as campaign
      from generate_series(1, ?)
      union all
      select asked, letters, null, null, null, null, null, null, null, null from hit
      union all
      select -2, null, l.id, l.appeal_id, l.applicant, l.signature, l.exemplar,
        coalesce(e.matter, l.exemplar), coalesce(first.appeal_id, l.appeal_id),
        first.campaign_since is not null
      from (select distinct unnest(letters) as letter_id from hit) found
      cross join lateral (
        select l.id, l.appeal_id, l.applicant, l.signature, coalesce(l.exemplar, l.id) as exemplar
        from letter l where l.id = found.letter_id
        limit 1
      ) l
      left join lateral (
        select e.matter from exemplar e where e.letter_id = l.exemplar
        limit 1
      ) e on true
      left join lateral (
        select f.appeal_id, f.campaign_since from exemplar f where f.letter_id = e.matter
        limit 1
      ) first on true
      """;

  private static final Long[] NONE = {};

  private final JdbcTemplate jdbc;
  private final CampaignRules rules;
  private final ExemplarRows exemplars;

  public RememberedLetters(JdbcTemplate jdbc, CampaignRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.exemplars = new ExemplarRows(jdbc);
  }

  /**
   * Finds where new letters belong, and holds the matters that change by them until the end of the
   * transaction.
   *
   * @throws CaseLedger.ConcurrentWriteException when somebody else united one of the matters with
   *     another one meanwhile; the whole batch is then to be read again
   */
  public Gathered gather(Map<AppealId, Marks> letters) {
    Near near = near(letters);
    Gathering gathering = new Gathering(rules, near.letters(), near.known());
    return gathering.settle(exemplars.hold(gathering.contested(), gathering.joined()));
  }

  /** The new letters with their numbers, and what is known under the keys of each. */
  private record Near(List<NewLetter> letters, Map<Long, List<KnownLetter>> known) {}

  private Near near(Map<AppealId, Marks> letters) {
    List<Map.Entry<AppealId, Marks>> asking = List.copyOf(letters.entrySet());
    List<Integer> askedBy = new ArrayList<>();
    List<Long> keys = new ArrayList<>();
    for (int i = 0; i < asking.size(); i++) {
      Marks marks = asking.get(i).getValue();
      ask(i, marks.applicant(), askedBy, keys);
      for (long key : marks.keys()) {
        ask(i, key, askedBy, keys);
      }
    }
    List<Long> numbers = new ArrayList<>();
    Map<Integer, Long[]> found = new HashMap<>();
    Map<Long, KnownLetter> remembered = new HashMap<>();
    jdbc.query(
        FIND,
        row -> {
          int asked = row.getInt("asked");
          switch (asked) {
            case NUMBER -> numbers.add(row.getLong("id"));
            case LETTER -> remembered.put(row.getLong("id"), known(row));
            default -> found.put(asked, (Long[]) row.getArray("letters").getArray());
          }
        },
        askedBy.toArray(Integer[]::new),
        keys.toArray(Long[]::new),
        Gathering.MOST_UNDER_A_KEY,
        asking.size());
    numbers.sort(null);
    List<NewLetter> numbered = new ArrayList<>();
    Map<Long, List<KnownLetter>> known = new HashMap<>();
    for (int i = 0; i < asking.size(); i++) {
      Map.Entry<AppealId, Marks> letter = asking.get(i);
      numbered.add(new NewLetter(numbers.get(i), letter.getKey(), letter.getValue()));
      known.put(
          numbers.get(i),
          Arrays.stream(found.getOrDefault(i, NONE))
              .map(remembered::get)
              .filter(Objects::nonNull)
              .toList());
    }
    return new Near(numbered, known);
  }

  /** The number of the last letter that anybody has begun to remember. */
  public long last() {
    Long last = jdbc.queryForObject("select last_value from letter_id", Long.class);
    return last == null ? 0 : last;
  }

  /** Writes what the batch adds. */
  public void write(Gathered gathered) {
    if (gathered.letters().isEmpty()) {
      return;
    }
    insertLetters(gathered.letters());
    exemplars.write(gathered);
  }

  private void insertLetters(List<Kinship> letters) {
    List<Long> keys = new ArrayList<>();
    List<Long> under = new ArrayList<>();
    for (Kinship kinship : letters) {
      NewLetter letter = kinship.letter();
      keys.add(letter.marks().applicant());
      under.add(letter.id());
      if (kinship.exemplar() == null) {
        for (long key : letter.marks().keys()) {
          keys.add(key);
          under.add(letter.id());
        }
      }
    }
    jdbc.update(
        """
        with letters as (
          insert into letter (id, appeal_id, applicant, exemplar, signature)
          select * from unnest(?::bigint[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[])
          on conflict do nothing
        )
        insert into letter_key (key, letter_id)
        select distinct key, letter_id
        from unnest(?::bigint[], ?::bigint[]) as k (key, letter_id)
        order by key, letter_id -- No conflict to ask for: the letters' numbers are new.
        """,
        column(letters, kinship -> kinship.letter().id(), Long[]::new),
        column(letters, kinship -> kinship.letter().appeal().value(), UUID[]::new),
        column(letters, kinship -> kinship.letter().marks().applicant(), Long[]::new),
        column(letters, Kinship::exemplar, Long[]::new),
        column(letters, kinship -> kinship.letter().marks().signature().bytes(), byte[][]::new),
        keys.toArray(Long[]::new),
        under.toArray(Long[]::new));
  }

  private static void ask(int letter, long key, List<Integer> askedBy, List<Long> keys) {
    askedBy.add(letter);
    keys.add(key);
  }

  private static KnownLetter known(ResultSet row) throws SQLException {
    return new KnownLetter(
        row.getLong("id"),
        new AppealId(row.getObject("appeal_id", UUID.class)),
        row.getLong("applicant"),
        Signature.of(row.getBytes("signature")),
        row.getLong("exemplar"),
        row.getLong("matter"),
        new AppealId(row.getObject("lead", UUID.class)),
        row.getBoolean("campaign"));
  }
}
