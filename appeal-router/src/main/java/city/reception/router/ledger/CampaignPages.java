package city.reception.router.ledger;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CampaignAnswer;
import city.reception.events.CampaignMembersDue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The members of campaigns, page by page in the order of their numbers. */
public final class CampaignPages {

  /** Of each exemplar the next letters after a number, and of those the next of all. */
  private static final String NEXT =
      """
      select l.id, l.appeal_id, k.committee = ? and k.status = any (?::text[]) as open
      from (
        select l.id, l.appeal_id
        from part p
        cross join lateral (
          select m.id, m.appeal_id from letter m
          where m.exemplar = p.letter_id and m.id > ? and m.id <= ?
          order by m.id limit ?
        ) l
        union all
        select l.id, l.appeal_id
        from part p
        join letter l on l.id = p.letter_id
        where l.id > ? and l.id <= ?
        order by id limit ?
      ) l
      left join appeal_case k on k.appeal_id = l.appeal_id
      order by l.id
      """;

  private static final String OF_CAMPAIGN =
      """
      with part as (
        select e.letter_id
        from exemplar lead
        join exemplar e on e.matter = lead.matter
        where lead.appeal_id = ?
      )
      """;

  private static final String OF_EXEMPLARS =
      """
      with part as (
        select letter_id from unnest(?::bigint[]) as named (letter_id)
      )
      """;

  private final JdbcTemplate jdbc;
  private final int most;

  /**
   * @param most how many members a page has at most
   */
  public CampaignPages(JdbcTemplate jdbc, int most) {
    this.jdbc = jdbc;
    this.most = most;
  }

  /**
   * Some members.
   *
   * @param members those that are meant: to be answered, only the open ones that the committee
   *     holds
   * @param last the number of the last member that was looked at
   * @param more whether others may follow
   */
  public record Page(List<AppealId> members, long last, boolean more) {
    public Page {
      members = List.copyOf(members);
    }
  }

  /** The next members that {@code due} is about. */
  public Page next(CampaignMembersDue due) {
    List<Long> exemplars = due.exemplars();
    CampaignAnswer answer = due.answer();
    Object parts = exemplars == null ? due.campaign().value() : exemplars.toArray(Long[]::new);
    List<AppealId> members = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    jdbc.query(
        (exemplars == null ? OF_CAMPAIGN : OF_EXEMPLARS) + NEXT,
        row -> {
          seen.add(row.getLong("id"));
          if (answer == null || row.getBoolean("open")) {
            members.add(new AppealId(row.getObject("appeal_id", UUID.class)));
          }
        },
        parts,
        answer == null ? null : answer.committee().slug(),
        open(),
        due.after(),
        due.until(),
        most,
        due.after(),
        due.until(),
        most);
    return new Page(members, seen.isEmpty() ? due.until() : seen.getLast(), seen.size() == most);
  }

  private static String[] open() {
    return Arrays.stream(AppealStatus.values())
        .filter(status -> !status.isOver())
        .map(AppealStatus::name)
        .toArray(String[]::new);
  }
}
