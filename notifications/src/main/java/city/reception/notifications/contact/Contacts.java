package city.reception.notifications.contact;

import city.reception.events.AppealId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sealed contacts. Every change to an appeal's rows, here and in the delivery ledger, is made
 * under the lock of its recipient, so that contact, status and notice find each other in whatever
 * order and transaction they come. All methods need the caller's transaction and may be repeated.
 */
@Repository
public class Contacts {

  private final JdbcClient jdbc;

  public Contacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the recipients of appeals that are new. */
  public void meet(Collection<AppealId> appeals) {
    jdbc.sql(
            """
            insert into recipient (appeal_id)
            select appeal_id from unnest(?::uuid[]) as t (appeal_id) order by appeal_id
            on conflict do nothing
            """)
        .param(ids(appeals))
        .update();
  }

  /** Locks the recipients of the given appeals. */
  public void lock(Collection<AppealId> appeals) {
    // In one order everywhere, so that two batches cannot wait for each other.
    jdbc.sql(
            "select 1 from recipient where appeal_id = any (?::uuid[]) order by appeal_id for update")
        .param(ids(appeals))
        .query(Integer.class)
        .list();
  }

  /**
   * Keeps the contacts, but for those that were erased and those of a submission that is known not
   * to be the registered one.
   */
  public void store(List<ReceivedContact> contacts) {
    if (contacts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into contact (appeal_id, body_digest, key_id, box, received_at)
            select n.appeal_id, n.body_digest, n.key_id, n.box, n.received_at
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                 as n (appeal_id, body_digest, key_id, box, received_at)
            cross join lateral (
              select r.erased_at, r.body_digest from recipient r where r.appeal_id = n.appeal_id
              limit 1 -- So it begins at the index, whatever the table once held.
            ) r
            where r.erased_at is null and coalesce(r.body_digest, n.body_digest) = n.body_digest
            on conflict do nothing
            """)
        .params(
            contacts.stream().map(c -> c.appeal().value()).toArray(UUID[]::new),
            contacts.stream().map(ReceivedContact::bodyDigest).toArray(String[]::new),
            contacts.stream().map(c -> c.box().keyId()).toArray(String[]::new),
            contacts.stream().map(c -> c.box().box()).toArray(String[]::new),
            contacts.stream().map(c -> Timestamp.from(c.at())).toArray(Timestamp[]::new))
        .update();
  }

  /**
   * Notes how far cases are, and drops the contacts of submissions that were not registered. A case
   * that was reopened is closed no more; an older event that comes again does not close it.
   */
  public void follow(List<CaseProgress> progress) {
    if (progress.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update recipient r
            set version = greatest(r.version, p.version),
                body_digest = coalesce(r.body_digest, p.body_digest),
                closed_at = case
                  when p.version < r.version then r.closed_at
                  when p.version > r.version and p.closed_at is null then null
                  else coalesce(r.closed_at, p.closed_at)
                end
            from (
              select appeal_id, max(version) as version, max(body_digest) as body_digest,
                     (array_agg(closed_at order by version desc, closed_at nulls last))[1]
                       as closed_at
              from unnest(?::uuid[], ?::integer[], ?::text[], ?::timestamptz[])
                   as t (appeal_id, version, body_digest, closed_at)
              group by appeal_id
            ) p
            where r.appeal_id = any (?::uuid[]) -- So it begins there, whatever the table once held.
              and r.appeal_id = p.appeal_id
            """)
        .params(
            progress.stream().map(p -> p.appeal().value()).toArray(UUID[]::new),
            progress.stream().map(CaseProgress::version).toArray(Integer[]::new),
            progress.stream().map(CaseProgress::bodyDigest).toArray(String[]::new),
            progress.stream().map(p -> timestamp(p.closedAt())).toArray(Timestamp[]::new),
            ids(progress.stream().map(CaseProgress::appeal).toList()))
        .update();
    jdbc.sql(
            """
            delete from contact c
            where c.appeal_id = any (?::uuid[])
              and c.body_digest <>
                (select r.body_digest from recipient r where r.appeal_id = c.appeal_id)
            """)
        .param(ids(progress.stream().map(CaseProgress::appeal).toList()))
        .update();
  }

  /** Forgets the contacts of the given appeals for good. */
  public void erase(Collection<AppealId> appeals) {
    if (appeals.isEmpty()) {
      return;
    }
    UUID[] ids = ids(appeals);
    jdbc.sql(
            "update recipient set erased_at = now() where appeal_id = any (?::uuid[]) and erased_at is null")
        .param(ids)
        .update();
    jdbc.sql("delete from contact where appeal_id = any (?::uuid[])").param(ids).update();
  }

  private static UUID[] ids(Collection<AppealId> appeals) {
    return appeals.stream().map(AppealId::value).distinct().sorted().toArray(UUID[]::new);
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
