package city.reception.notifications.kafka;

import city.reception.events.AnswerRated;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.CaseRegistered;
import city.reception.events.ClarificationGiven;
import city.reception.events.ContactErasureRequested;
import city.reception.events.IntakeEvent;
import city.reception.events.ReopeningRequested;
import city.reception.events.Reply;
import city.reception.events.StatusChanged;
import city.reception.events.Topics;
import city.reception.events.WithdrawalRequested;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.notifications.contact.CaseProgress;
import city.reception.notifications.contact.Contacts;
import city.reception.notifications.contact.ReceivedContact;
import city.reception.notifications.delivery.DeliveryWorker;
import city.reception.notifications.delivery.NoticePlanning;
import city.reception.notifications.notice.NoticePolicy;
import city.reception.notifications.notice.PlannedNotice;
import city.reception.starter.deadletter.UnprocessableException;
import city.reception.starter.kafka.BatchHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one poll into the tables, in one transaction. Everything it writes is keyed by what the
 * records say, so that the same records may come again, and it does not matter which of the topics
 * is ahead.
 */
@Component
class BatchIntake implements BatchHandler {

  private final EventCodec codec;
  private final TransactionTemplate transactions;
  private final Contacts contacts;
  private final NoticePlanning planning;
  private final DeliveryWorker worker;

  BatchIntake(
      EventCodec codec,
      TransactionTemplate transactions,
      Contacts contacts,
      NoticePlanning planning,
      DeliveryWorker worker) {
    this.codec = codec;
    this.transactions = transactions;
    this.contacts = contacts;
    this.planning = planning;
    this.worker = worker;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
    Batch batch = new Batch();
    records.forEach(record -> read(record, batch));
    transactions.executeWithoutResult(status -> {
      contacts.meet(batch.appeals);
      contacts.lock(batch.appeals);
      contacts.store(batch.contacts);
      contacts.follow(batch.progress);
      planning.enter(batch.notices);
      contacts.erase(batch.erased);
      planning.forgetAnswers(batch.erased);
      planning.release(batch.appeals);
    });
    worker.wake();
  }

  /** What the records of a poll come to. */
  private static final class Batch {
    final Set<AppealId> appeals = new LinkedHashSet<>();
    final List<ReceivedContact> contacts = new ArrayList<>();
    final List<AppealId> erased = new ArrayList<>();
    final List<CaseProgress> progress = new ArrayList<>();
    final List<NoticePlanning.Entry> notices = new ArrayList<>();
  }

  private void read(ConsumerRecord<byte[], byte[]> record, Batch batch) {
    String topic = record.topic();
    if (topic.equals(Topics.RECEIVED.name())) {
      receive(codec.decode(Topics.RECEIVED, record), record.timestamp(), batch);
    } else if (topic.equals(Topics.STATUS_CHANGED.name())) {
      follow(codec.decode(Topics.STATUS_CHANGED, record), batch);
    } else {
      Envelope<Reply> reply = codec.decode(Topics.REPLY, record);
      batch.appeals.add(reply.event().appealId());
      plan(NoticePolicy.of(reply.id(), reply.event()), reply.traceparent(), batch);
    }
  }

  private static void receive(Envelope<IntakeEvent> envelope, long timestamp, Batch batch) {
    AppealId appeal = envelope.event().appealId();
    switch (envelope.event()) {
      case AppealReceived received -> {
        String digest = envelope.bodyDigest();
        if (digest == null) {
          throw new UnprocessableException("header ce_bodydigest is missing");
        }
        batch.appeals.add(appeal);
        batch.contacts.add(
            new ReceivedContact(
                appeal, digest, received.contact(), Instant.ofEpochMilli(timestamp)));
      }
      case ContactErasureRequested erasure -> {
        batch.appeals.add(appeal);
        batch.erased.add(appeal);
      }
      case WithdrawalRequested _, ClarificationGiven _, AnswerRated _, ReopeningRequested _ -> {}
    }
  }

  private static void follow(Envelope<StatusChanged> envelope, Batch batch) {
    StatusChanged change = envelope.event();
    if (change.summary().parent() != null) {
      return; // The resident hears of a part through the whole, and the contact is the whole's.
    }
    boolean closed = change.summary().status().isOver();
    batch.appeals.add(change.appealId());
    batch.progress.add(
        new CaseProgress(
            change.appealId(),
            change.summary().version(),
            change instanceof CaseRegistered registered ? registered.bodyDigest() : null,
            closed ? change.at() : null));
    plan(NoticePolicy.of(envelope.id(), change), envelope.traceparent(), batch);
  }

  private static void plan(
      Optional<PlannedNotice> notice, @Nullable String traceparent, Batch batch) {
    notice.ifPresent(planned -> batch.notices.add(new NoticePlanning.Entry(planned, traceparent)));
  }
}
