package city.reception.notifications;

import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.NoticeDelivery;
import city.reception.events.NoticeOutcomeUnknown;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.notifications.delivery.Mailer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An instance dies at every point where it hurts, and starts again with all topics from their
 * beginning. A process that dies does so as an {@link Error} here: nothing after it runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

  private final Reception reception = new Reception();
  private final Mailboxes mailboxes = new Mailboxes();

  private final AppealOfTest claimed = anAppeal();
  private final AppealOfTest sent = anAppeal();
  private final AppealOfTest published = anAppeal();
  private final AppealOfTest ofAnotherInstance = anAppeal();
  private final AppealOfTest due = anAppeal();

  @BeforeAll
  void dieAndStartAgain() {
    ConfigurableApplicationContext first = reception.startBroken(this::dying, mailboxes.port());
    List.of(claimed, sent, published, ofAnotherInstance, due).forEach(this::isRegistered);
    List.of(claimed, sent, ofAnotherInstance, due)
        .forEach(appeal -> await().until(() -> attempted(appeal)));
    await().until(() -> reception.deliveriesOf(published).size() == 1);
    first.close();
    assertThat(reception.statesOf(sent)).containsExactly("SENDING");
    assertThat(mailboxes.of(sent)).hasSize(1);

    reception.query(
        """
        update outcome set published_at = null from notice
        where notice.notice_id = outcome.notice_id and appeal_id = ?
        """,
        published.id().value());
    reception.query(
        "update notice set claimed_by = 'second' where appeal_id = ?",
        ofAnotherInstance.id().value());
    reception.query(
        """
        update notice set state = 'PLANNED', leased_until = null, next_attempt_at = now()
        where appeal_id = ?
        """,
        due.id().value());
    reception.forgetsOffsets();
    startsThoughSomethingIsLocked();
    await().until(reception::isReadToTheEnd);
  }

  /** What is due goes out, though what the dead one left cannot be recorded for the moment. */
  private void startsThoughSomethingIsLocked() {
    try (var _ = reception.lockRecipient(claimed)) {
      reception.start(mailboxes.port(), "--reception.notifications.delivery.parallel=1");
      await().until(() -> reception.statesOf(due).equals(List.of("SENT")));
      assertThat(reception.statesOf(claimed)).containsExactly("SENDING");
    }
  }

  @AfterAll
  void stop() {
    reception.close();
    mailboxes.close();
  }

  @Test
  void deathBetweenTheLedgerAndTheSendIsUnknownAndSendsNothing() {
    isUnknown(claimed);
    assertThat(mailboxes.of(claimed)).isEmpty();
  }

  @Test
  void deathBetweenTheSendAndTheOutcomeIsUnknownAndSendsNoSecondMail() {
    isUnknown(sent);
    assertThat(mailboxes.of(sent)).hasSize(1);
  }

  @Test
  void deathBetweenThePublicationAndItsNotePublishesTheSameBytesAgain() {
    String topic = Topics.NOTICE_DELIVERY.name();
    await().until(() -> reception.recordsOf(published, topic).size() == 2);
    List<ConsumerRecord<byte[], byte[]>> records = reception.recordsOf(published, topic);

    assertThat(records.getFirst().value()).isEqualTo(records.getLast().value());
    assertThat(records.getFirst().headers().toArray())
        .isEqualTo(records.getLast().headers().toArray());
  }

  @Test
  void wholeTopicsReadAgainSendNoMail() {
    AppealOfTest later = anAppeal();
    isRegistered(later);
    await().until(() -> mailboxes.of(later).size() == 1);

    assertThat(mailboxes.of(published)).hasSize(1);
    assertThat(reception.statesOf(published)).containsExactly("SENT");
  }

  @Test
  void anotherInstancesNoticeIsLeftAloneUntilItsLeaseIsOver() {
    isUnknown(claimed);
    assertThat(reception.statesOf(ofAnotherInstance)).containsExactly("SENDING");

    reception.query(
        "update notice set leased_until = now() where appeal_id = ?",
        ofAnotherInstance.id().value());

    isUnknown(ofAnotherInstance);
    assertThat(mailboxes.of(ofAnotherInstance)).isEmpty();
  }

  private Mailer dying(Mailer mailer) {
    return (notice, contact) -> {
      if (notice.appealId().equals(published.id())) {
        return mailer.send(notice, contact);
      }
      if (notice.appealId().equals(sent.id())) {
        mailer.send(notice, contact);
      }
      throw new Death();
    };
  }

  private static final class Death extends Error {}

  private boolean attempted(AppealOfTest appeal) {
    return reception.statesOf(appeal).equals(List.of("SENDING"))
        && (!appeal.equals(sent) || mailboxes.of(sent).size() == 1);
  }

  private void isUnknown(AppealOfTest appeal) {
    await()
        .untilAsserted(() ->
            assertThat(reception.deliveriesOf(appeal))
                .extracting(Envelope<NoticeDelivery>::event)
                .singleElement()
                .isInstanceOf(NoticeOutcomeUnknown.class));
    assertThat(reception.statesOf(appeal)).containsExactly("UNKNOWN");
  }

  private void isRegistered(AppealOfTest appeal) {
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
  }
}
