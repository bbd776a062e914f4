package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.CaseSummary;
import city.reception.events.EventId;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import city.reception.events.SealedContact;
import city.reception.events.codec.EventJson;
import city.reception.notifications.contact.Recipient;
import city.reception.notifications.contact.Recipient.Awaited;
import city.reception.notifications.delivery.Outcome.Unknown;
import city.reception.notifications.notice.PlannedNotice;
import city.reception.notifications.notice.PlannedNotice.Answer;
import city.reception.notifications.notice.PlannedNotice.Details;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who sends which notice. */
@Repository
class NoticeClaims {

  private final JdbcClient jdbc;
  private final DeliveryProperties properties;
  private final JsonMapper json = EventJson.mapper();

  NoticeClaims(JdbcClient jdbc, DeliveryProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /**
   * Claims up to {@code limit} due notices, longest due first. Once the transaction is committed it
   * is on record that they are being sent; if their outcomes never come, they are {@link #lapsed}.
   * If this or the commit throws, some may be claimed all the same: {@link #giveBack} then.
   *
   * @param claim a new id
   */
  List<ClaimedNotice> claim(int limit, UUID claim) {
    List<Claimed> claimed =
        jdbc.sql(
                """
                with due as materialized (
                  select notice_id from notice
                  where state = 'PLANNED' and next_attempt_at <= now()
                  order by next_attempt_at
                  limit ?
                  for update skip locked)
                update notice n
                set state = 'SENDING', attempts = attempts + 1, claim = ?, claimed_by = ?,
                    leased_until = clock_timestamp() + ? * interval '1 millisecond',
                    first_attempt_at = coalesce(first_attempt_at, now()),
                    next_attempt_at = null, problem = null
                where n.notice_id = any (array(select notice_id from due))
                returning n.*, extract(epoch from now() - n.first_attempt_at)::bigint as under_way,
                  exists (select from notice later
                          where later.appeal_id = n.appeal_id
                            and (later.version, later.idx) > (n.version, n.idx)
                            and later.state in ('SENDING', 'SENT', 'UNKNOWN')) as superseded
                """)
            .params(limit, claim, properties.instance(), properties.lease().toMillis())
            .query((row, n) -> claimed(row))
            .list();
    // Not in the same statement: what was erased while it waited for a row, it would not see.
    Map<UUID, Recipient> recipients =
        recipients(claimed.stream().map(one -> one.notice().appealId().value()).toList());
    return claimed.stream()
        .map(one -> one.by(recipients.getOrDefault(one.notice().appealId().value(), new Awaited())))
        .toList();
  }

  /** A claimed notice whose recipient is still to be looked up. */
  private record Claimed(
      PlannedNotice notice,
      UUID claim,
      int attempt,
      Duration underWay,
      boolean superseded,
      @Nullable String traceparent) {

    ClaimedNotice by(Recipient recipient) {
      return new ClaimedNotice(
          notice, claim, attempt, underWay, superseded, recipient, traceparent);
    }
  }

  private Map<UUID, Recipient> recipients(List<UUID> appeals) {
    if (appeals.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Recipient> recipients = new HashMap<>();
    jdbc.sql(
            """
            select r.appeal_id, r.erased_at is not null as erased, c.key_id, c.box
            from recipient r
            left join lateral (
              select c.key_id, c.box from contact c
              where c.appeal_id = r.appeal_id and c.body_digest = r.body_digest
              limit 1 -- So it begins at the index, whatever the table once held.
            ) c on true
            where r.appeal_id = any (?::uuid[])
            """)
        .param(appeals.toArray(UUID[]::new))
        .query(row -> {
          recipients.put(
              row.getObject("appeal_id", UUID.class),
              Recipient.of(row.getBoolean("erased"), contact(row)));
        });
    return recipients;
  }

  /** Returns notices of which the caller knows that nobody began to send them. */
  void giveBack(UUID claim) {
    jdbc.sql(
            """
            update notice
            set state = 'PLANNED', attempts = attempts - 1, next_attempt_at = now(), claim = null,
                claimed_by = null, leased_until = null
            where state = 'SENDING' and claim = ?
            """)
        .param(claim)
        .update();
  }

  /**
   * Some claims whose lease is over: of an attempt whose maker is gone nobody knows the outcome.
   *
   * @param ownToo those of this instance's name as well, whatever their lease: for its start
   */
  List<Attempted> lapsed(boolean ownToo) {
    return jdbc.sql(
            """
            select appeal_id, notice_id, kind, claim from notice
            where state = 'SENDING' and (leased_until < now() or ? and claimed_by = ?)
            limit 100
            """)
        .params(ownToo, properties.instance())
        .query((row, n) ->
            new Attempted(
                new AppealId(row.getObject(1, UUID.class)),
                new EventId(row.getString(2)),
                NoticeKind.valueOf(row.getString(3)),
                row.getObject(4, UUID.class),
                new Unknown()))
        .list();
  }

  private Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        new PlannedNotice(
            new EventId(row.getString("notice_id")),
            NoticeKind.valueOf(row.getString("kind")),
            NoticeMedium.valueOf(row.getString("medium")),
            json.readValue(row.getString("summary"), CaseSummary.class),
            answer(row)),
        row.getObject("claim", UUID.class),
        row.getInt("attempts"),
        Duration.ofSeconds(row.getLong("under_way")),
        row.getBoolean("superseded"),
        row.getString("traceparent"));
  }

  private static @Nullable SealedContact contact(ResultSet row) throws SQLException {
    @Nullable String keyId = row.getString("key_id");
    return keyId == null ? null : new SealedContact(keyId, row.getString("box"));
  }

  private @Nullable Answer answer(ResultSet row) throws SQLException {
    @Nullable String signedBy = row.getString("answered_by");
    @Nullable String details = row.getString("details");
    return signedBy == null
        ? null
        : new Answer(
            row.getString("answer"),
            signedBy,
            details == null ? null : json.readValue(details, Details.class));
  }
}
