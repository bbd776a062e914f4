package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static city.reception.router.stream.World.HEALTH;
import static city.reception.router.stream.World.header;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.ActionDone;
import city.reception.events.ActionOutcome;
import city.reception.events.ActionRefused;
import city.reception.events.AnswerAppeal;
import city.reception.events.AnswerGiven;
import city.reception.events.AppealReceived;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.RedirectAppeal;
import city.reception.events.RefusalReason;
import city.reception.events.RoutingDecision.Rule;
import city.reception.events.StatusChanged;
import city.reception.events.TakeUpAppeal;
import city.reception.events.Topics;
import city.reception.events.WithdrawalRequested;
import city.reception.starter.deadletter.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One router, on a real broker and a real database. */
class RouterTest {

  private static final World world = new World();

  @BeforeAll
  static void start() {
    world.startRouter();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void anAppealIsRegisteredAndRoutedToTheCommitteeItNames() {
    AppealReceived appeal = world.appeal(World.key());
    world.receive(appeal);

    List<StatusChanged> statuses = statuses(appeal, 2);
    assertThat(statuses.get(0)).isInstanceOf(CaseRegistered.class);
    assertThat(statuses.get(1)).isInstanceOf(CaseRouted.class);
    var summary = statuses.get(1).summary();
    assertThat(summary.registrationNumber().value()).matches("МГД-20\\d\\d-\\d{6}");
    assertThat(summary.committee()).isEqualTo(EDUCATION);
    assertThat(summary.status()).isEqualTo(AppealStatus.ROUTED);
    assertThat(Duration.between(summary.registeredAt(), summary.dueAt()))
        .as("30 days, or fewer where the last of them are days off")
        .isBetween(Duration.ofDays(18), Duration.ofDays(30));
    assertThat(summary.dueAtExplanation().ru()).contains("59-ФЗ", "30 дней");
    AppealRouted routed = routed(appeal, EDUCATION);
    assertThat(routed.text()).isEqualTo(appeal.text());
    assertThat(routed.routing().rule()).isEqualTo(Rule.ADDRESSEE);
  }

  @Test
  void anAppealWithoutAnAddresseeGoesWhereItsWordsPointAndOneThatSaysNothingToTheReception() {
    AppealReceived clear =
        world.appeal(
            World.key(),
            null,
            "Очередь в поликлинике",
            "В поликлинике нет врача, к терапевту не записаться");
    AppealReceived unclear = world.appeal(World.key(), null, "Вопрос", "Здравствуйте!");
    world.receive(clear);
    world.receive(unclear);

    AppealRouted routed = routed(clear, HEALTH);
    assertThat(routed.routing().rule()).isEqualTo(Rule.CLASSIFIER);
    assertThat(routed.routing().explanation().ru()).contains("поликлиник");
    assertThat(routed.routing().candidates()).isNotEmpty();
    assertThat(routed(unclear, CommitteeId.RECEPTION).routing().rule()).isEqualTo(Rule.UNCERTAIN);
  }

  @Test
  void aCommitteeTakesUpRedirectsAndAnswers() {
    AppealReceived appeal = world.appeal(World.key());
    world.receive(appeal);
    routed(appeal, EDUCATION);

    var id = appeal.appealId();
    var education = Topics.committeeAction(EDUCATION);
    world.send(education, "take-" + id, new TakeUpAppeal(id, 1, "Смирнова О. В."));
    world.send(
        education,
        "redirect-" + id,
        new RedirectAppeal(id, 2, "Смирнова О. В.", HEALTH, "Речь о медкабинете"));
    AppealRouted transferred = routed(appeal, HEALTH);
    world.send(
        Topics.committeeAction(HEALTH),
        "answer-" + id,
        new AnswerAppeal(id, 3, "Козлов П. Р.", "Кабинет откроют 1 декабря."));

    List<StatusChanged> statuses = statuses(appeal, 5);
    assertThat(statuses)
        .hasExactlyElementsOfTypes(
            CaseRegistered.class,
            CaseRouted.class,
            CaseTakenUp.class,
            CaseRedirected.class,
            CaseAnswered.class);
    assertThat(statuses)
        .extracting(status -> status.summary().version() + "." + status.summary().index())
        .containsExactly("1.0", "1.1", "2.0", "3.0", "4.0");
    assertThat(statuses)
        .extracting(status -> status.summary().dueAt())
        .containsOnly(statuses.getFirst().summary().dueAt());
    assertThat(transferred.transfer()).isNotNull();
    assertThat(transferred.transfer().reason()).isEqualTo("Речь о медкабинете");
    assertThat(
            world.awaitEvents(
                Topics.REPLY, replies -> replies.stream().anyMatch(r -> r.appealId().equals(id))))
        .filteredOn(reply -> reply.appealId().equals(id))
        .singleElement()
        .isInstanceOfSatisfying(
            AnswerGiven.class,
            answer -> assertThat(answer.text()).isEqualTo("Кабинет откроют 1 декабря."));
    assertThat(outcome("take-" + id)).isEqualTo(new ActionDone(new EventId("take-" + id), id, 2));
    assertThat(world.count("select count(*) from timer where appeal_id = '" + id + "'")).isZero();
  }

  @Test
  void aCommitteeThatDoesNotHoldTheCaseOrSawAnOlderVersionIsRefused() {
    AppealReceived appeal = world.appeal(World.key());
    world.receive(appeal);
    routed(appeal, EDUCATION);

    var id = appeal.appealId();
    world.send(Topics.committeeAction(HEALTH), "foreign-" + id, new TakeUpAppeal(id, 1, "Чужой"));
    world.send(Topics.committeeAction(EDUCATION), "own-" + id, new TakeUpAppeal(id, 1, "Свой"));
    world.send(
        Topics.committeeAction(EDUCATION), "late-" + id, new AnswerAppeal(id, 1, "Свой", "Да"));

    assertThat(refusal("foreign-" + id)).isEqualTo(RefusalReason.NOT_THE_HOLDER);
    assertThat(outcome("own-" + id)).isInstanceOf(ActionDone.class);
    assertThat(refusal("late-" + id)).isEqualTo(RefusalReason.STALE_VERSION);
  }

  @Test
  void aResidentWithdrawsAndNobodyActsAfterwards() {
    AppealReceived appeal = world.appeal(World.key());
    var id = appeal.appealId();
    world.receive(appeal);
    world.send(Topics.RECEIVED, "w-" + id, new WithdrawalRequested(id, null, Instant.EPOCH));

    assertThat(statuses(appeal, 3).getLast()).isInstanceOf(CaseWithdrawn.class);
    world.send(Topics.committeeAction(EDUCATION), "after-" + id, new TakeUpAppeal(id, 2, "Поздно"));
    assertThat(refusal("after-" + id)).isEqualTo(RefusalReason.ALREADY_WITHDRAWN);
  }

  @Test
  void aRepeatSendsNothingAndTheSameKeyWithAnotherBodyIsRefusedAndRecorded() {
    AppealReceived appeal = world.appeal(World.key());
    var id = appeal.appealId();
    world.receive(appeal);
    statuses(appeal, 2);
    world.receive(appeal);
    world.receive(
        new AppealReceived(
            id,
            "portal",
            appeal.kind(),
            appeal.applicant(),
            appeal.addressee(),
            "Другое",
            "Другое обращение",
            null,
            null,
            appeal.receivedAt(),
            appeal.contact(),
            appeal.identityAssurance(),
            appeal.initiativeDirection()),
        "digest-2");
    var end = world.receive(world.appeal(World.key()));
    world.awaitCommitted(end);

    assertThat(
            world.awaitEvents(
                Topics.ACTION_OUTCOME,
                outcomes -> outcomes.stream().anyMatch(o -> o.appealId().equals(id))))
        .filteredOn(outcome -> outcome.appealId().equals(id))
        .singleElement()
        .isInstanceOfSatisfying(
            ActionRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.KEY_REUSED));
    assertThat(statuses(appeal, 2)).hasSize(2);
    assertThat(
            world.count(
                "select count(*) from input where reason = 'KEY_REUSED' and appeal_id = '"
                    + id
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void anActionForAnUnknownAppealIsParkedWithItsReasonAndTheRestOfThePollGoesOn() {
    AppealReceived known = world.appeal(World.key());
    world.receive(known);
    routed(known, EDUCATION);
    var id = world.appeal(World.key()).appealId();
    var education = Topics.committeeAction(EDUCATION);
    world.send(education, "unknown-" + id, new TakeUpAppeal(id, 1, "Кто-то"));
    world.send(education, "known-" + id, new TakeUpAppeal(known.appealId(), 1, "Смирнова"));

    assertThat(outcome("known-" + id)).isInstanceOf(ActionDone.class);
    assertThat(world.awaitRecords(education.deadLetters().name(), 1))
        .filteredOn(record -> header(record, "ce_id").equals("unknown-" + id))
        .singleElement()
        .satisfies(record ->
            assertThat(header(record, DeadLetter.REASON)).contains("no case of this appeal"));
    // Parked is not refused: an operator may yet replay it.
    assertThat(world.events(Topics.ACTION_OUTCOME))
        .noneMatch(outcome -> outcome.appealId().equals(id));
  }

  @Test
  void aRecordThatIsNoEventIsParkedAndTheRestOfThePollGoesOn() {
    AppealReceived before = world.appeal(World.key());
    AppealReceived after = world.appeal(World.key());
    world.receive(before);
    world.send(new ProducerRecord<>(Topics.RECEIVED.name(), new byte[] {1, 2}, new byte[] {3, 4}));
    world.receive(after);

    statuses(before, 2);
    statuses(after, 2);
    assertThat(world.awaitRecords(Topics.RECEIVED.deadLetters().name(), 1))
        .anySatisfy(record -> {
          assertThat(record.value()).isEqualTo(new byte[] {3, 4});
          assertThat(header(record, DeadLetter.SERVICE)).isEqualTo("appeal-router");
          assertThat(header(record, DeadLetter.REASON)).contains("ce_specversion");
        });
  }

  private static List<StatusChanged> statuses(AppealReceived appeal, int count) {
    return world
        .awaitEvents(
            Topics.STATUS_CHANGED,
            events ->
                events.stream().filter(e -> e.appealId().equals(appeal.appealId())).count()
                    >= count)
        .stream()
        .filter(event -> event.appealId().equals(appeal.appealId()))
        .toList();
  }

  private static AppealRouted routed(AppealReceived appeal, CommitteeId committee) {
    return world
        .awaitEvents(
            Topics.routed(committee),
            messages -> messages.stream().anyMatch(m -> m.appealId().equals(appeal.appealId())))
        .stream()
        .filter(message -> message.appealId().equals(appeal.appealId()))
        .map(AppealRouted.class::cast)
        .toList()
        .getFirst();
  }

  private static ActionOutcome outcome(String actionId) {
    return world
        .awaitEvents(
            Topics.ACTION_OUTCOME,
            outcomes -> outcomes.stream().anyMatch(o -> o.actionId().value().equals(actionId)))
        .stream()
        .filter(outcome -> outcome.actionId().value().equals(actionId))
        .toList()
        .getFirst();
  }

  private static RefusalReason refusal(String actionId) {
    return ((ActionRefused) outcome(actionId)).reason();
  }
}
