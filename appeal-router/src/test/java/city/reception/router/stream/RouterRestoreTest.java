package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static city.reception.router.stream.World.HEALTH;
import static city.reception.router.stream.World.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AnswerAppeal;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.CaseAnswered;
import city.reception.events.CommitteeMessage;
import city.reception.events.EventId;
import city.reception.events.RedirectAppeal;
import city.reception.events.SplitAppeal;
import city.reception.events.StatusChanged;
import city.reception.events.TakeUpAppeal;
import city.reception.events.Topics;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.MessageListenerContainer;

/** A database that was put back to an earlier moment, and a log that lost its end. */
class RouterRestoreTest {

  private static final int APPEALS = 40;
  private static final List<String> TABLES =
      List.of("stream", "input", "appeal_case", "appeal_content", "case_event", "timer");

  private final World world = new World();
  private final Witness witness = new Witness(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aDatabaseRestoredToAnEarlierMomentReadsAgainWhatKafkaHadPassed() {
    ConfigurableApplicationContext first = world.startRouter();
    List<AppealReceived> early = world.receiveMany(APPEALS);
    witness.assertEachAppealIsTold(early);
    first.close();
    backUp();
    ConfigurableApplicationContext second = world.startRouter();
    List<AppealReceived> late = world.receiveMany(APPEALS);
    witness.assertEachAppealIsTold(late);
    // Each act follows from another on another topic.
    RecordMetadata last = null;
    for (AppealReceived appeal : List.of(early.getFirst(), late.getFirst(), late.getLast())) {
      last = takeUpRedirectAndAnswer(appeal.appealId());
    }
    world.awaitCommitted(Objects.requireNonNull(last));
    world.awaitEvents(Topics.STATUS_CHANGED, 4 * APPEALS + 9);
    second.close();
    Map<EventId, StatusChanged> told = witness.statusesById();
    List<Map<String, Object>> cases = world.cases();

    restore();
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(APPEALS);
    world.startRouter("reception.router.threads=2");

    // Everybody keeps the number they were told, and every case stands where it stood.
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(world.cases()).isEqualTo(cases));
    RecordMetadata next = world.receive(world.appeal("after-the-restore-" + World.key()));
    world.awaitCommitted(next);
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(2 * APPEALS + 1);
    assertThat(world.count("select count(*) from input where result = 'PARKED'")).isZero();
    // Nobody hears of anything but of the new appeal.
    Map<EventId, StatusChanged> toldSince = witness.statusesById();
    assertThat(toldSince).hasSize(told.size() + 2).containsAllEntriesOf(told);
  }

  private RecordMetadata takeUpRedirectAndAnswer(AppealId id) {
    world.send(
        Topics.committeeAction(EDUCATION), "take-" + id, new TakeUpAppeal(id, 1, "Смирнова"));
    world.awaitCommitted(
        world.send(
            Topics.committeeAction(EDUCATION),
            "redirect-" + id,
            new RedirectAppeal(id, 2, "Смирнова", HEALTH, "Речь о медкабинете")));
    return world.send(
        Topics.committeeAction(HEALTH), "answer-" + id, new AnswerAppeal(id, 3, "Козлов", "Да"));
  }

  @Test
  void aSplitAppealAndItsPartsStandWhereTheyStoodAfterARestore() {
    ConfigurableApplicationContext first = world.startRouter();
    AppealReceived appeal = world.appeal(World.key());
    AppealId whole = appeal.appealId();
    world.receive(appeal);
    world.awaitEvents(Topics.routed(EDUCATION), 1);
    first.close();
    backUp();
    ConfigurableApplicationContext second = world.startRouter();
    world.send(
        Topics.committeeAction(EDUCATION),
        "split-" + whole,
        new SplitAppeal(
            whole,
            1,
            "Смирнова",
            List.of(
                new SplitAppeal.Part(HEALTH, "О медкабинете"),
                new SplitAppeal.Part(HEALTH, "О враче")),
            "Два вопроса"));
    for (CommitteeMessage part : world.awaitEvents(Topics.routed(HEALTH), 2)) {
      world.send(
          Topics.committeeAction(HEALTH),
          "answer-" + part.appealId(),
          new AnswerAppeal(part.appealId(), 1, "Козлов", "Да"));
    }
    world.awaitEvents(
        Topics.STATUS_CHANGED,
        events ->
            events.stream().anyMatch(e -> e instanceof CaseAnswered && e.appealId().equals(whole)));
    second.close();
    Map<EventId, StatusChanged> told = witness.statusesById();
    List<Map<String, Object>> cases = world.cases();

    restore();
    world.startRouter("reception.router.threads=2");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(world.cases()).isEqualTo(cases));
    assertThat(cases).hasSize(3).allMatch(each -> each.containsValue("ANSWERED"));
    assertThat(world.count("select count(*) from input where result = 'PARKED'")).isZero();
    assertThat(witness.statusesById()).isEqualTo(told);
  }

  @Test
  void aLogThatIsNotTheOneTheLedgerRecordedStopsTheRouter() {
    ConfigurableApplicationContext first = world.startRouter();
    RecordMetadata record = world.receive(world.appeal(World.key()));
    world.awaitCommitted(record);
    first.close();
    // The record there now was appended at another time: the log lost its end and grew a new one.
    world.jdbc.update("update input set at = at - interval '1 hour'");
    world.rewindToTheBeginning();

    ConfigurableApplicationContext second = world.startRouter();

    await()
        .atMost(PATIENCE)
        .until(() -> !second.getBean(MessageListenerContainer.class).isInExpectedState());
    assertThat(world.read(Topics.RECEIVED.deadLetters().name())).isEmpty();
    assertThat(world.read(Topics.STATUS_CHANGED.name())).hasSize(2);
  }

  /** Keeps a copy of the database as it is. */
  private void backUp() {
    world.jdbc.execute("create schema backup");
    TABLES.forEach(
        table -> world.jdbc.execute("create table backup.%s as table %s".formatted(table, table)));
  }

  /** Puts the database back to what it was, the sequence of numbers included. */
  private void restore() {
    for (String table : TABLES) {
      world.jdbc.execute(
          """
          set session_replication_role = replica;
          truncate %s;
          set session_replication_role = origin;
          """
              .formatted(table));
      world.jdbc.execute(
          "insert into %s overriding system value select * from backup.%s".formatted(table, table));
    }
    int year = LocalDate.now(ZoneId.of("Europe/Moscow")).getYear();
    world.jdbc.execute(
        "select setval('registration_number_%d', (select count(*) from appeal_case))"
            .formatted(year));
  }
}
