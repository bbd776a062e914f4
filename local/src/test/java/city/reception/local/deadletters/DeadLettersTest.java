package city.reception.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.codec.EventHeaders;
import city.reception.local.kafka.TopicReader;
import city.reception.starter.deadletter.DeadLetter;
import city.reception.testing.TestKafka;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static TestKafka kafka;
  private static int topics;

  private DeadLetters deadLetters;
  private String source;

  @BeforeAll
  static void startKafka() {
    kafka = TestKafka.start();
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @BeforeEach
  void aTopicAndItsDeadLetters() throws Exception {
    deadLetters = new DeadLetters(kafka.bootstrapServers(), Clock.fixed(NOW, ZoneOffset.UTC));
    source = "letters-" + ++topics;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(source, 3, (short) 1), new NewTopic(source + ".dlt", 1, (short) 1)))
          .all()
          .get();
    }
  }

  @Test
  void aReplayedRecordIsAsItWasAndLeavesTheList() {
    park(2, 7, "broken");
    ParkedRecord parked = open().getFirst();

    List<Act> acts = deadLetters.replay(parked::equals, "anna", "the bug is fixed");

    assertThat(open()).isEmpty();
    assertThat(read(source))
        .singleElement()
        .satisfies(record -> {
          assertThat(record.partition()).isEqualTo(2);
          assertThat(new String(record.key(), UTF_8)).isEqualTo("appeal-1");
          assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"secret\":1}");
          assertThat(EventHeaders.read(record.headers(), "ce_id")).isEqualTo("event-1");
          assertThat(record.headers())
              .noneMatch(header -> header.key().startsWith(DeadLetter.PREFIX));
        });
    assertThat(acts)
        .containsExactly(
            new Act(
                Act.Kind.REPLAYED,
                source + ".dlt:" + parked.offset(),
                "appeal-router " + source + "[2]:7",
                "anna",
                "the bug is fixed",
                NOW));
    assertThat(recordedActs()).containsAll(acts);
  }

  @Test
  void aDiscardedRecordStaysWhereItIsAndLeavesTheList() {
    park(0, 1, "broken");

    deadLetters.discard(this::isHere, "anna", "nonsense from a test");

    assertThat(open()).isEmpty();
    assertThat(read(source)).isEmpty();
    assertThat(read(source + ".dlt")).hasSize(1);
  }

  @Test
  void aRecordThatFailsAgainAfterAReplayIsOpenAgain() {
    park(0, 1, "broken");
    deadLetters.replay(this::isHere, "anna", null);

    park(0, 2, "still broken");

    assertThat(open()).extracting(ParkedRecord::reason).containsExactly("still broken");
  }

  @Test
  void aRecordParkedTwiceIsReplayedOnce() {
    park(1, 5, "broken");
    park(1, 5, "broken");

    deadLetters.replay(this::isHere, "anna", null);

    assertThat(open()).isEmpty();
    assertThat(read(source)).hasSize(1);
  }

  @Test
  void ofTwoOperatorsAtOnceOneReplaysAndTheOtherIsRefused() {
    park(0, 1, "broken");
    Predicate<ParkedRecord> whileAnotherActs =
        parked -> {
          if (isHere(parked)) {
            assertThat(deadLetters.replay(this::isHere, "boris", null)).hasSize(1);
          }
          return isHere(parked);
        };

    assertThatThrownBy(() -> deadLetters.replay(whileAnotherActs, "anna", null))
        .isInstanceOf(RuntimeException.class);

    assertThat(read(source)).hasSize(1);
    assertThat(recordedActs())
        .filteredOn(act -> act.parked().startsWith(source))
        .extracting(Act::actor)
        .containsExactly("boris");
  }

  @Test
  void aRecordThatDoesNotSayWhereItCameFromCanOnlyBeDiscarded() {
    send(new ProducerRecord<>(source + ".dlt", "appeal-1".getBytes(UTF_8), new byte[] {1}));

    assertThatThrownBy(() -> deadLetters.replay(this::isHere, "anna", null))
        .hasMessageContaining("can only be discarded");
    assertThat(open()).hasSize(1);

    deadLetters.discard(this::isHere, "anna", "of unknown origin");
    assertThat(open()).isEmpty();
  }

  @Test
  void aListedRecordShowsNothingOfWhatItSays() {
    park(0, 1, "broken");

    assertThat(open())
        .singleElement()
        .satisfies(parked -> {
          assertThat(parked.toString()).doesNotContain("secret");
          assertThat(parked.reason()).isEqualTo("broken");
          assertThat(parked.service()).isEqualTo("appeal-router");
          assertThat(parked.bytes()).isEqualTo(12);
          assertThat(deadLetters.record(parked))
              .hasValueSatisfying(record ->
                  assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"secret\":1}"));
        });
  }

  @Test
  void aHeaderCannotGiveOrdersToATerminal() {
    park(0, 1, "broken\u001b[2J");

    assertThat(open()).extracting(ParkedRecord::reason).containsExactly("broken?[2J");
  }

  private boolean isHere(ParkedRecord parked) {
    return parked.topic().equals(source + ".dlt");
  }

  private List<ParkedRecord> open() {
    return deadLetters.open().stream().filter(this::isHere).toList();
  }

  private void park(int partition, long offset, String reason) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_id", "event-1".getBytes(UTF_8));
    send(
        DeadLetter.of(
            new ConsumerRecord<>(
                source,
                partition,
                offset,
                0L,
                TimestampType.LOG_APPEND_TIME,
                8,
                12,
                "appeal-1".getBytes(UTF_8),
                "{\"secret\":1}".getBytes(UTF_8),
                headers,
                Optional.empty()),
            "appeal-router",
            reason));
  }

  private static void send(ProducerRecord<byte[], byte[]> record) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (TopicReader reader = new TopicReader(kafka.bootstrapServers())) {
      reader.read(List.of(topic), records::add);
    }
    return records;
  }

  private static List<Act> recordedActs() {
    ActLog log = new ActLog();
    return read(ActLog.TOPIC).stream().map(log::decode).toList();
  }
}
