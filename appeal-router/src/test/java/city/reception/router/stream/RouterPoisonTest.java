package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static city.reception.router.stream.World.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.EventId;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.router.routing.Classifier;
import city.reception.starter.deadletter.DeadLetter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records that cannot be handled: each lies in the dead-letter topic, and the rest goes on. */
class RouterPoisonTest {

  private static final World world = new World();
  private static final Queue<List<Long>> handled = new ConcurrentLinkedQueue<>();
  private static final KafkaProducer<byte[], byte[]> together =
      new KafkaProducer<>(
          Map.of(
              "bootstrap.servers",
              world.kafka.bootstrapServers(),
              "transactional.id",
              "channel",
              "max.request.size",
              2_000_000),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  @BeforeAll
  static void start() {
    together.initTransactions();
    world.startRouter(
        List.of(
            new World.Wrapping<>(Classifier.class, Touchy::new),
            new World.Wrapping<>(InputHandler.class, RouterPoisonTest::recording)));
    refuse();
  }

  /** What the constraint is added to stays as it is: it was there while there was none. */
  private static void refuse() {
    world.jdbc.execute(
        """
        alter table appeal_content add constraint refused
        check (content::text not like '%ОТКАЗ БАЗЫ%') not valid
        """);
  }

  @AfterAll
  static void stop() {
    together.close();
    world.close();
  }

  @Test
  void anUnknownType() {
    ProducerRecord<byte[], byte[]> record = encoded(world.appeal(World.key()));
    record.headers().remove("ce_type");
    record.headers().add("ce_type", "city.reception.something-else.v1".getBytes(UTF_8));
    assertParkedAlone(record, "ce_type is unknown");
  }

  @Test
  void aValueThatIsNotJson() {
    assertParkedAlone(world.appeal(World.key()).appealId(), "{\"appealId\":", "not JSON");
  }

  @Test
  void aTextWithU0000() {
    AppealReceived appeal = world.appeal(World.key());
    String json = new String(encoded(appeal).value(), UTF_8);
    assertParkedAlone(
        appeal.appealId(), json.replace("протекает", "протекает\\u0000"), "control character");
  }

  @Test
  void aRecordOfAMebibyte() {
    AppealReceived appeal = world.appeal(World.key());
    String json = new String(encoded(appeal).value(), UTF_8);
    assertParkedAlone(
        appeal.appealId(), json.replace("протекает", "a".repeat(1_000_000)), "longer than");
  }

  @Test
  void anAppealOnWhichTheClassifierThrows() {
    assertParkedAlone(
        world.appeal(World.key(), null, "Тема", "ВЗРЫВ в классификаторе"), "IllegalState");
  }

  @Test
  void anAppealWhoseOutputIsTooLargeToSend() {
    assertParkedAlone(
        world.appeal(World.key(), null, "Тема", "ОГРОМНОЕ объяснение"), "too large for");
  }

  @Test
  void anAppealThatTheDatabaseRefuses() {
    assertParkedAlone(world.appeal(World.key(), EDUCATION, "Тема", "ОТКАЗ БАЗЫ"), "SQLSTATE 23514");
  }

  @Test
  void aReplayOfAParkedRecordIsANewInput() {
    AppealReceived appeal = world.appeal(World.key(), EDUCATION, "Тема", "ОТКАЗ БАЗЫ, потом нет");
    world.awaitCommitted(world.receive(appeal));
    assertThat(registered(appeal.appealId())).isZero();
    world.jdbc.execute("alter table appeal_content drop constraint refused");

    world.awaitCommitted(world.receive(appeal));

    assertThat(registered(appeal.appealId())).isEqualTo(1);
    refuse();
  }

  private static void assertParkedAlone(AppealReceived appeal, String reason) {
    assertParkedAlone(encoded(appeal), reason);
  }

  private static void assertParkedAlone(AppealId id, String json, String reason) {
    ProducerRecord<byte[], byte[]> template = encoded(world.appeal(World.key()));
    assertParkedAlone(
        new ProducerRecord<>(
            template.topic(),
            null,
            id.toString().getBytes(UTF_8),
            json.getBytes(UTF_8),
            template.headers()),
        reason);
  }

  /** Sends the record between two good ones of the same partition, so that one poll has all. */
  private static void assertParkedAlone(ProducerRecord<byte[], byte[]> culprit, String reason) {
    AppealReceived before = world.appeal(World.key());
    AppealReceived after = world.appeal(World.key());
    List<RecordMetadata> sent = sendTogether(List.of(encoded(before), culprit, encoded(after)));
    RecordMetadata parked = sent.get(1);
    world.awaitCommitted(sent.getLast());

    assertThat(registered(before.appealId())).isEqualTo(1);
    assertThat(registered(after.appealId())).isEqualTo(1);
    assertHandledInOnePoll(sent);
    List<ConsumerRecord<byte[], byte[]>> found =
        world.read(Topics.RECEIVED.deadLetters().name()).stream()
            .filter(letter -> header(letter, DeadLetter.OFFSET).equals("" + parked.offset()))
            .filter(letter -> header(letter, DeadLetter.PARTITION).equals("0"))
            .toList();
    assertThat(found).hasSize(1);
    assertThat(header(found.getFirst(), DeadLetter.REASON)).contains(reason);
    assertThat(found.getFirst().value()).isEqualTo(culprit.value());
    assertThat(found.getFirst().headers().lastHeader("ce_id"))
        .isEqualTo(culprit.headers().lastHeader("ce_id"));
  }

  /** All three were handed over as one batch, once; then at most each on its own, once. */
  private static void assertHandledInOnePoll(List<RecordMetadata> sent) {
    Set<Long> offsets = sent.stream().map(RecordMetadata::offset).collect(Collectors.toSet());
    List<List<Long>> calls = handled.stream().filter(call -> call.containsAll(offsets)).toList();
    assertThat(calls).hasSize(1);
    List<List<Long>> others =
        handled.stream()
            .filter(call -> !call.containsAll(offsets))
            .filter(call -> call.stream().anyMatch(offsets::contains))
            .toList();
    assertThat(others).doesNotHaveDuplicates().allMatch(call -> call.size() == 1);
  }

  private static InputHandler recording(InputHandler real) {
    return records -> {
      handled.add(
          records.stream()
              .filter(record -> record.topic().equals(Topics.RECEIVED.name()))
              .filter(record -> record.partition() == 0)
              .map(ConsumerRecord::offset)
              .toList());
      return real.handle(records);
    };
  }

  /** In one transaction: a consumer of committed records gets all of them or none. */
  private static List<RecordMetadata> sendTogether(List<ProducerRecord<byte[], byte[]>> records) {
    together.beginTransaction();
    List<Future<RecordMetadata>> sent =
        records.stream()
            .map(record ->
                new ProducerRecord<>(
                    record.topic(), 0, record.key(), record.value(), record.headers()))
            .map(together::send)
            .toList();
    together.commitTransaction();
    return sent.stream().map(Future::resultNow).toList();
  }

  private static ProducerRecord<byte[], byte[]> encoded(AppealReceived appeal) {
    return world.codec.encode(
        Topics.RECEIVED,
        new Envelope<>(
            EventId.derived("received", appeal.appealId().toString()),
            "/appeal-intake",
            appeal.receivedAt(),
            appeal,
            null,
            "digest-1"));
  }

  private static int registered(AppealId appeal) {
    return world.count("select count(*) from appeal_case where appeal_id = '" + appeal + "'");
  }

  /** The real classifier, but for two texts. */
  private record Touchy(Classifier real) implements Classifier {

    @Override
    public String version() {
      return real.version();
    }

    @Override
    public Set<String> topics() {
      return real.topics();
    }

    @Override
    public Answer classify(String subject, String text) {
      if (text.startsWith("ВЗРЫВ")) {
        throw new IllegalStateException("the classifier throws");
      }
      return text.startsWith("ОГРОМНОЕ")
          ? new Answer(List.of(new Topic("schools", 0.9, List.of("слово".repeat(200_000)))), true)
          : real.classify(subject, text);
    }
  }
}
