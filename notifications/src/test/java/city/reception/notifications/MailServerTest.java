package city.reception.notifications;

import static city.reception.notifications.AppealOfTest.IT;
import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.NoticeDelivery;
import city.reception.events.NoticeFailed;
import city.reception.events.NoticeOutcomeUnknown;
import city.reception.events.NoticeSent;
import city.reception.events.codec.Envelope;
import city.reception.notifications.ScriptedSmtp.Act;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailServerTest {

  private final Reception reception = new Reception();
  private final ScriptedSmtp server = new ScriptedSmtp();

  @BeforeAll
  void start() {
    reception.start(
        server.port(),
        "--spring.mail.properties.mail.smtp.timeout=5000",
        "--spring.datasource.hikari.data-source-properties.options=-c lock_timeout=200ms");
  }

  @AfterAll
  void stop() {
    reception.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "REFUSE_SENDER_FOR_GOOD",
        "REFUSE_RECIPIENT_FOR_NOW",
        "REFUSE_CONTENT_FOR_NOW",
        "HANG_UP_BEFORE_CONTENT"
      })
  void whatWasCertainlyNotTakenIsTriedAgain(Act act) {
    AppealOfTest appeal = anAppeal();
    server.plays(appeal, act, act);

    isRegistered(appeal);

    outcome(appeal, NoticeSent.class);
    assertThat(server.attemptsFor(appeal)).isEqualTo(3);
    assertThat(server.acceptedFor(appeal)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSE_RECIPIENT_FOR_GOOD", "REFUSE_CONTENT_FOR_GOOD"})
  void whatIsRefusedForGoodIsNotTriedAgainAndReleasesWhatComesAfter(Act act) {
    AppealOfTest appeal = anAppeal();
    server.plays(appeal, act);

    isRegistered(appeal);
    outcome(appeal, NoticeFailed.class);
    reception.says(appeal.redirected(2, IT, AppealOfTest.ECOLOGY));

    await().until(() -> reception.statesOf(appeal).equals(List.of("FAILED", "SENT")));
    assertThat(server.acceptedFor(appeal)).isEqualTo(1);
    assertThat(((NoticeFailed) reception.deliveriesOf(appeal).getFirst().event()).smtpStatus())
        .isEqualTo(act == Act.REFUSE_RECIPIENT_FOR_GOOD ? 550 : 554);
  }

  @ParameterizedTest
  @EnumSource(names = {"HANG_UP_AFTER_CONTENT", "SAY_NOTHING_AFTER_CONTENT"})
  void whatMayHaveBeenTakenIsUnknownAndNeverSentAgain(Act act) {
    AppealOfTest appeal = anAppeal();
    server.plays(appeal, act);

    isRegistered(appeal);
    outcome(appeal, NoticeOutcomeUnknown.class);
    reception.says(appeal.redirected(2, IT, AppealOfTest.ECOLOGY));

    await().until(() -> reception.statesOf(appeal).equals(List.of("UNKNOWN", "SENT")));
    assertThat(server.attemptsFor(appeal)).isEqualTo(2);
  }

  @Test
  void aLaterNoticeWaitsForAnEarlierOneThatIsStillTried() {
    AppealOfTest appeal = anAppeal();
    Act no = Act.REFUSE_RECIPIENT_FOR_NOW;
    server.plays(appeal, no, no, no);

    isRegistered(appeal);
    reception.says(appeal.redirected(2, IT, AppealOfTest.ECOLOGY));

    await().until(() -> reception.deliveriesOf(appeal).size() == 2);
    assertThat(reception.deliveriesOf(appeal))
        .extracting(Envelope::event)
        .extracting(event -> event.kind().name())
        .containsExactly("REGISTERED_AND_ROUTED", "REDIRECTED");
    assertThat(server.attemptsFor(appeal)).isEqualTo(5);
  }

  @Test
  void aMailServerThatIsDownIsWaitedFor() {
    AppealOfTest appeal = anAppeal();
    server.down();

    isRegistered(appeal);
    await()
        .until(() ->
            reception
                .query(
                    """
                    select problem from notice
                    where appeal_id = ? and state = 'PLANNED' and attempts >= 2
                    """,
                    appeal.id().value())
                .equals(List.of("MAIL_SERVER")));
    server.up();

    outcome(appeal, NoticeSent.class);
    assertThat(server.acceptedFor(appeal)).isEqualTo(1);
  }

  @Test
  void aConnectionTakesManyMails() {
    List<AppealOfTest> appeals = Stream.generate(AppealOfTest::anAppeal).limit(40).toList();
    int before = server.connections();

    appeals.forEach(this::isRegistered);

    await().until(() -> appeals.stream().allMatch(appeal -> server.acceptedFor(appeal) == 1));
    assertThat(server.connections() - before).isLessThan(appeals.size());
  }

  @Test
  void aConnectionThatIsNoMoreIsReplacedAndCountsAsNoAttempt() {
    AppealOfTest first = anAppeal();
    isRegistered(first);
    outcome(first, NoticeSent.class);
    server.hangUp();
    AppealOfTest second = anAppeal();

    isRegistered(second);

    outcome(second, NoticeSent.class);
    assertThat(
            reception.query("select attempts from notice where appeal_id = ?", second.id().value()))
        .containsExactly("1");
  }

  @Test
  void afterSomeDaysANoticeIsGivenUp() {
    AppealOfTest appeal = anAppeal();
    Act[] always = new Act[200];
    Arrays.fill(always, Act.REFUSE_CONTENT_FOR_NOW);
    server.plays(appeal, always);

    isRegistered(appeal);
    await().until(() -> server.attemptsFor(appeal) >= 2);
    assertThat(reception.deliveriesOf(appeal)).isEmpty();
    reception.query(
        "update notice set first_attempt_at = now() - interval '5 days' where appeal_id = ?",
        appeal.id().value());

    outcome(appeal, NoticeFailed.class);
    assertThat(((NoticeFailed) reception.deliveriesOf(appeal).getFirst().event()).smtpStatus())
        .isEqualTo(451);
  }

  @Test
  void anOutcomeIsWrittenDownWhenTheDatabaseIsBack() {
    AppealOfTest appeal = anAppeal();
    try (var locked = reception.lockTable("outcome")) {
      isRegistered(appeal);
      await().until(() -> server.acceptedFor(appeal) == 1);
      assertThat(reception.statesOf(appeal)).containsExactly("SENDING");
      // Even when its lease ran out meanwhile: this instance knows what became of it.
      reception.query(
          "update notice set leased_until = now() where appeal_id = ?", appeal.id().value());
      locked.holdUntilRefused();
    }

    outcome(appeal, NoticeSent.class);
    assertThat(server.acceptedFor(appeal)).isEqualTo(1);
  }

  @Test
  void anOutcomeThatCannotBeRecordedYetHoldsUpNoOther() {
    AppealOfTest stuck = anAppeal();
    AppealOfTest other = anAppeal();
    AtomicBoolean isLocked = new AtomicBoolean();
    server.beforeAccepting(() -> await().untilTrue(isLocked));
    isTold(stuck);
    await().until(() -> server.attemptsFor(stuck) == 1);
    try (var lock = reception.lockRecipient(stuck)) {
      isLocked.set(true);
      lock.holdUntilRefused();
      isTold(other);

      outcome(other, NoticeSent.class);
      assertThat(reception.statesOf(stuck)).containsExactly("SENDING");
    } finally {
      isLocked.set(true);
    }

    outcome(stuck, NoticeSent.class);
    assertThat(server.acceptedFor(stuck)).isEqualTo(1);
  }

  @Test
  void aDatabaseThatIsAwayAtTheClaimLeavesNothingUnknown() {
    AppealOfTest appeal = anAppeal();
    server.plays(appeal, Act.REFUSE_RECIPIENT_FOR_NOW);
    isTold(appeal);
    await()
        .until(() ->
            server.attemptsFor(appeal) == 1
                && reception.statesOf(appeal).equals(List.of("PLANNED")));
    try (var locked = reception.lockTable("contact")) {
      locked.holdUntilRefused();
    }

    outcome(appeal, NoticeSent.class);
    assertThat(server.acceptedFor(appeal)).isEqualTo(1);
  }

  private void isTold(AppealOfTest appeal) {
    reception.receives(appeal);
    reception.says(appeal.registered(false));
  }

  private void isRegistered(AppealOfTest appeal) {
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
  }

  private void outcome(AppealOfTest appeal, Class<? extends NoticeDelivery> type) {
    await()
        .untilAsserted(() ->
            assertThat(reception.deliveriesOf(appeal))
                .extracting(Envelope::event)
                .singleElement()
                .isInstanceOf(type));
  }
}
