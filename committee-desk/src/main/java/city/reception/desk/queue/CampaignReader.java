package city.reception.desk.queue;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads campaigns: the near-identical letters of many people. */
@Component
public class CampaignReader {

  private final JdbcClient jdbc;
  private final QueueReader queue;

  CampaignReader(JdbcClient jdbc, QueueReader queue) {
    this.jdbc = jdbc;
    this.queue = queue;
  }

  /**
   * The campaign of the appeal, with the members that {@code committee} holds; empty where the
   * appeal is in none. The first appeal of a campaign came before there was one: it is known by the
   * others.
   *
   * @param after where the members begin; null for the beginning
   */
  public Optional<Campaign> of(
      AppealId appeal, @Nullable CommitteeId committee, @Nullable QueuePosition after, int limit) {
    return lead(appeal).map(lead -> campaign(lead, committee, after, limit));
  }

  private Optional<AppealId> lead(AppealId appeal) {
    return jdbc.sql(
            """
            select coalesce(c.campaign, c.appeal_id) from appeal_content c
            where c.appeal_id = :appeal
              and (c.campaign is not null
                or (select true from appeal_content m where m.campaign = c.appeal_id limit 1))
            """)
        .param("appeal", appeal.value())
        .query((row, n) -> new AppealId(row.getObject(1, UUID.class)))
        .optional();
  }

  private Campaign campaign(
      AppealId lead, @Nullable CommitteeId committee, @Nullable QueuePosition after, int limit) {
    String slug = committee == null ? "" : committee.slug();
    return jdbc.sql(
            """
            select 1 + count(*) filter (where a.appeal_id <> :lead) as size,
                   count(*) filter (where a.committee = :committee and %s) as open
            from appeal a join appeal_content c using (appeal_id)
            where %s
            """
                .formatted(QueueReader.NOT_OVER, QueueReader.OF_THE_CAMPAIGN))
        .param("lead", lead.value())
        .param("committee", slug)
        .query((row, n) ->
            new Campaign(
                lead,
                row.getLong("size"),
                row.getLong("open"),
                queue.members(lead, slug, after, limit)))
        .single();
  }
}
