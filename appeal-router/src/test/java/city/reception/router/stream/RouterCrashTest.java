package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static city.reception.router.stream.World.HEALTH;
import static city.reception.router.stream.World.PATIENCE;
import static city.reception.router.stream.World.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AnswerAppeal;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.CaseRegistered;
import city.reception.events.EventId;
import city.reception.events.RedirectAppeal;
import city.reception.events.StatusChanged;
import city.reception.events.TakeUpAppeal;
import city.reception.events.Topics;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What a {@code read_committed} consumer sees when routers die. */
class RouterCrashTest {

  private static final int APPEALS = 40;

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void deathBetweenTheDatabasesCommitAndKafkasSendsEachOutputOnceWithTheSameBytes() {
    AtomicBoolean died = new AtomicBoolean();
    ConfigurableApplicationContext first =
        world.startRouter(handler ->
            records -> {
              var _ = handler.handle(records);
              died.set(true);
              throw new Death();
            });
    List<AppealReceived> appeals = receiveMany();
    await().atMost(PATIENCE).untilTrue(died);
    int committedByTheDead = world.count("select count(*) from appeal_case");
    first.close();
    assertThat(committedByTheDead).isPositive();
    assertThat(world.read(Topics.STATUS_CHANGED.name())).isEmpty();

    world.startRouter();

    assertEachAppealIsTold(appeals);
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(APPEALS);
    assertOutputsAreThoseRecorded();
  }

  @Test
  void deathInTheMiddleOfSendingABatchLeavesNothingHalfDone() {
    AtomicBoolean died = new AtomicBoolean();
    ConfigurableApplicationContext first =
        world.startRouter(
            handler -> records -> new DyingList(handler.handle(records), 5, () -> died.set(true)));
    List<AppealReceived> appeals = receiveMany();
    await().atMost(PATIENCE).untilTrue(died);
    first.close();

    world.startRouter();

    assertEachAppealIsTold(appeals);
    assertOutputsAreThoseRecorded();
  }

  @Test
  void deathAfterKafkasCommitAndWholeTopicsRedeliveredShowNoNewEventId() {
    ConfigurableApplicationContext first = world.startRouter();
    List<AppealReceived> appeals = receiveMany();
    RecordMetadata action =
        world.send(
            Topics.committeeAction(EDUCATION),
            "take-1",
            new TakeUpAppeal(appeals.getFirst().appealId(), 1, "Смирнова"));
    world.awaitEvents(Topics.STATUS_CHANGED, 2 * APPEALS + 1);
    world.awaitCommitted(action);
    first.close();
    int events = world.count("select count(*) from case_event");
    Map<String, String> seen = bytesById(Topics.STATUS_CHANGED.name());
    int records = world.read(Topics.STATUS_CHANGED.name()).size();

    rewindToTheBeginning();
    world.startRouter();
    world.awaitRecords(Topics.STATUS_CHANGED.name(), 2 * records);
    world.awaitCommitted(action);

    assertThat(bytesById(Topics.STATUS_CHANGED.name())).isEqualTo(seen);
    assertThat(world.count("select count(*) from case_event")).isEqualTo(events);
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(APPEALS);
  }

  @Test
  void aFencedRouterStartsAgainFromTheCommittedOffsetsAndMissesNothing() {
    String prefix = "fence-me-";
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch fenced = new CountDownLatch(1);
    ConfigurableApplicationContext router =
        world.startRouter(
            handler ->
                records -> {
                  var outputs = handler.handle(records);
                  return new DyingList(
                      outputs,
                      1,
                      () -> {
                        // Inside the Kafka transaction, after its first send.
                        entered.countDown();
                        waitFor(fenced);
                      },
                      false);
                },
            "reception.router.transaction-id-prefix=" + prefix);
    List<AppealReceived> appeals = receiveMany();
    waitFor(entered);
    try (KafkaProducer<byte[], byte[]> usurper =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", world.kafka.bootstrapServers(),
                "transactional.id", transactionalId(prefix)),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      usurper.initTransactions();
    }
    fenced.countDown();

    assertEachAppealIsTold(appeals);
    assertOutputsAreThoseRecorded();
    assertThat(router.getBean(MessageListenerContainer.class).isRunning()).isTrue();
  }

  @Test
  void aRouterStoppedInsideItsDatabaseTransactionDoesNotHoldUpItsSuccessor() {
    AtomicBoolean freeze = new AtomicBoolean(true);
    CountDownLatch frozen = new CountDownLatch(1);
    CountDownLatch thaw = new CountDownLatch(1);
    world.startRouterWithLedger(
        ledger ->
            new LedgerWith(
                ledger,
                () -> {
                  if (freeze.getAndSet(false)) {
                    frozen.countDown();
                    waitFor(thaw);
                  }
                }),
        "spring.kafka.consumer.properties.max.poll.interval.ms=5000",
        "spring.datasource.hikari.data-source-properties.options="
            + "-c idle_in_transaction_session_timeout=4s -c lock_timeout=2s");
    List<AppealReceived> appeals = receiveMany();
    waitFor(frozen);

    world.startRouter();

    assertEachAppealIsTold(appeals);
    thaw.countDown();
    RecordMetadata last = world.receive(world.appeal("after-the-thaw-" + World.key()));
    world.awaitCommitted(last);
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(APPEALS + 1);
    assertOutputsAreThoseRecorded();
  }

  @Test
  void aDatabaseRestoredToAnEarlierMomentReadsAgainWhatKafkaHadPassed() {
    ConfigurableApplicationContext first = world.startRouter();
    List<AppealReceived> early = receiveMany();
    assertEachAppealIsTold(early);
    first.close();
    world.backUp();
    ConfigurableApplicationContext second = world.startRouter();
    List<AppealReceived> late = receiveMany();
    assertEachAppealIsTold(late);
    // Each act follows from another on another topic.
    RecordMetadata last = null;
    for (AppealReceived appeal : List.of(early.getFirst(), late.getFirst(), late.getLast())) {
      last = takeUpRedirectAndAnswer(appeal.appealId());
    }
    world.awaitCommitted(Objects.requireNonNull(last));
    world.awaitEvents(Topics.STATUS_CHANGED, 4 * APPEALS + 9);
    second.close();
    Map<EventId, StatusChanged> told = eventsById();
    List<Map<String, Object>> cases = world.cases();

    world.restore();
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(APPEALS);
    world.startRouter("reception.router.threads=2");

    // Everybody keeps the number they were told, and every case stands where it stood.
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(world.cases()).isEqualTo(cases));
    RecordMetadata next = world.receive(world.appeal("after-the-restore-" + World.key()));
    world.awaitCommitted(next);
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(2 * APPEALS + 1);
    assertThat(world.count("select count(*) from input where result = 'PARKED'")).isZero();
    // Nobody hears of anything but of the new appeal.
    Map<EventId, StatusChanged> toldSince = eventsById();
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
  void aLogThatIsNotTheOneTheLedgerRecordedStopsTheRouter() {
    ConfigurableApplicationContext first = world.startRouter();
    RecordMetadata record = world.receive(world.appeal(World.key()));
    world.awaitCommitted(record);
    first.close();
    // The record there now was appended at another time: the log lost its end and grew a new one.
    world.jdbc.update("update input set at = at - interval '1 hour'");
    rewindToTheBeginning();

    ConfigurableApplicationContext second = world.startRouter();

    await()
        .atMost(PATIENCE)
        .until(() -> !second.getBean(MessageListenerContainer.class).isInExpectedState());
    assertThat(world.read(Topics.RECEIVED.deadLetters().name())).isEmpty();
    assertThat(world.read(Topics.STATUS_CHANGED.name())).hasSize(2);
  }

  private Map<EventId, StatusChanged> eventsById() {
    Map<EventId, StatusChanged> byId = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : world.read(Topics.STATUS_CHANGED.name())) {
      var envelope = world.codec.decode(Topics.STATUS_CHANGED, record);
      StatusChanged other = byId.put(envelope.id(), envelope.event());
      assertThat(other == null ? envelope.event() : other).isEqualTo(envelope.event());
    }
    return byId;
  }

  private List<AppealReceived> receiveMany() {
    List<AppealReceived> appeals =
        IntStream.range(0, APPEALS).mapToObj(i -> world.appeal(World.key())).toList();
    appeals.forEach(world::receive);
    return appeals;
  }

  /** Each appeal is registered once, under a number of its own, and routed once. */
  private void assertEachAppealIsTold(List<AppealReceived> appeals) {
    var ids = appeals.stream().map(AppealReceived::appealId).toList();
    var statuses =
        world.awaitEvents(
            Topics.STATUS_CHANGED,
            events ->
                events.stream()
                        .filter(CaseRegistered.class::isInstance)
                        .filter(event -> ids.contains(event.appealId()))
                        .count()
                    >= ids.size());
    assertThat(statuses.stream().filter(CaseRegistered.class::isInstance).toList())
        .extracting(event -> event.appealId())
        .containsAll(ids)
        .doesNotHaveDuplicates();
    assertThat(statuses.stream().filter(CaseRegistered.class::isInstance).toList())
        .extracting(event -> event.summary().registrationNumber())
        .doesNotHaveDuplicates();
    assertThat(world.awaitEvents(Topics.routed(EDUCATION), appeals.size()))
        .extracting(event -> event.appealId())
        .containsAll(ids)
        .doesNotHaveDuplicates();
  }

  /** What consumers saw is, byte for byte, what the ledger recorded. */
  private void assertOutputsAreThoseRecorded() {
    Map<String, String> recorded = new HashMap<>();
    world.jdbc.query(
        "select outputs from input",
        row -> {
          for (ProducerRecord<byte[], byte[]> output :
              RecordedOutputs.read(row.getBytes("outputs"))) {
            if (output.topic().equals(Topics.STATUS_CHANGED.name())) {
              recorded.put(
                  new String(output.headers().lastHeader("ce_id").value(), UTF_8),
                  text(output.headers(), output.value()));
            }
          }
        });
    assertThat(bytesById(Topics.STATUS_CHANGED.name())).isEqualTo(recorded);
  }

  /** Each event on the topic by its id; fails when two records of one id differ. */
  private Map<String, String> bytesById(String topic) {
    Map<String, String> byId = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : world.read(topic)) {
      String text = text(record.headers(), record.value());
      String other = byId.put(header(record, "ce_id"), text);
      assertThat(other == null ? text : other).isEqualTo(text);
    }
    return byId;
  }

  private static String text(Headers headers, byte[] value) {
    StringBuilder text = new StringBuilder();
    headers.forEach(
        header -> text.append(header.key()).append('=').append(new String(header.value(), UTF_8)));
    return text.append(new String(value, UTF_8)).toString();
  }

  private String transactionalId(String prefix) {
    try {
      return world.admin.listTransactions().all().get().stream()
          .map(listing -> listing.transactionalId())
          .filter(id -> id.startsWith(prefix))
          .findFirst()
          .orElseThrow();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void rewindToTheBeginning() {
    Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
    world.committedPartitions().forEach(tp -> beginning.put(tp, new OffsetAndMetadata(0)));
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> {
          world.admin.alterConsumerGroupOffsets(RouterCore.GROUP, beginning).all().get();
          return true;
        });
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The process is gone: no handler of exceptions may make anything of it. */
  private static final class Death extends Error {
    Death() {
      super("the router dies here");
    }
  }

  /**
   * A list that does something, and then may die, when its element number {@code at} is fetched.
   */
  private static final class DyingList extends AbstractList<ProducerRecord<byte[], byte[]>> {

    private final List<ProducerRecord<byte[], byte[]>> list;
    private final int at;
    private final Runnable then;
    private final boolean dies;

    DyingList(List<ProducerRecord<byte[], byte[]>> list, int at, Runnable then) {
      this(list, at, then, true);
    }

    DyingList(List<ProducerRecord<byte[], byte[]>> list, int at, Runnable then, boolean dies) {
      this.list = new ArrayList<>(list);
      this.at = at;
      this.then = then;
      this.dies = dies;
    }

    @Override
    public ProducerRecord<byte[], byte[]> get(int index) {
      if (index == at) {
        then.run();
        if (dies) {
          throw new Death();
        }
      }
      return list.get(index);
    }

    @Override
    public int size() {
      return list.size();
    }
  }
}
