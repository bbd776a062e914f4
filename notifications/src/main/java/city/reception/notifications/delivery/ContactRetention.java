package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.notifications.contact.ContactProperties;
import city.reception.notifications.contact.Contacts;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases contacts whose time is over, in small batches. */
@Component
class ContactRetention {

  private static final Logger log = LoggerFactory.getLogger(ContactRetention.class);
  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Contacts contacts;
  private final NoticePlanning planning;
  private final ContactProperties properties;

  ContactRetention(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Contacts contacts,
      NoticePlanning planning,
      ContactProperties properties) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.contacts = contacts;
    this.planning = planning;
    this.properties = properties;
  }

  /** Both kinds, until none is left. */
  @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void run() {
    int closed = 0;
    List<AppealId> batch;
    do {
      batch = over();
      erase(batch);
      closed += batch.size();
    } while (batch.size() == BATCH);
    int unregistered = 0;
    int deleted;
    do {
      deleted = deleteUnregistered();
      unregistered += deleted;
    } while (deleted == BATCH);
    if (closed + unregistered > 0) {
      log.info(
          "erased the contacts of {} closed and {} unregistered appeals", closed, unregistered);
    }
  }

  private List<AppealId> over() {
    long kept = properties.contactKept().toMillis();
    return jdbc.sql(
            """
            select r.appeal_id from recipient r
            where r.erased_at is null and r.closed_at < now() - ? * interval '1 millisecond'
              and not exists (select from notice n
                              where n.appeal_id = r.appeal_id
                                and (n.state = 'SENDING'
                                     or n.decided_at > now() - ? * interval '1 millisecond'))
            order by r.closed_at
            limit ?
            """)
        .params(kept, kept, BATCH)
        .query((row, n) -> new AppealId(row.getObject(1, UUID.class)))
        .list();
  }

  private void erase(List<AppealId> appeals) {
    transactions.executeWithoutResult(status -> {
      contacts.lock(appeals);
      contacts.erase(appeals);
      planning.forgetAnswers(appeals);
      planning.release(appeals);
    });
  }

  /** Without a tombstone: an appeal may still be registered that an operator replays. */
  private int deleteUnregistered() {
    return jdbc.sql(
            """
            delete from contact where (appeal_id, body_digest) in (
              select c.appeal_id, c.body_digest
              from contact c join recipient r on r.appeal_id = c.appeal_id
              where c.received_at < now() - ? * interval '1 millisecond' and r.body_digest is null
              order by c.received_at
              limit ?)
            """)
        .params(properties.unregisteredKept().toMillis(), BATCH)
        .update();
  }
}
