package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static city.reception.router.stream.World.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealReceived;
import city.reception.events.CaseRegistered;
import city.reception.events.CommitteeMessage;
import city.reception.events.EventId;
import city.reception.events.StatusChanged;
import city.reception.events.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** What a {@code read_committed} consumer saw, beside what the ledger recorded. */
final class Witness {

  private final World world;

  Witness(World world) {
    this.world = world;
  }

  /** Each appeal is registered once, under a number of its own, and routed once. */
  void assertEachAppealIsTold(List<AppealReceived> appeals) {
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
    assertThat(
            world.awaitEvents(
                Topics.routed(EDUCATION),
                events ->
                    events.stream().map(CommitteeMessage::appealId).toList().containsAll(ids)))
        .extracting(event -> event.appealId())
        .containsAll(ids)
        .doesNotHaveDuplicates();
  }

  /** What consumers saw is, byte for byte, what the ledger recorded. */
  void assertOutputsAreThoseRecorded() {
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
  Map<String, String> bytesById(String topic) {
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

  /** Each status event by its id; fails when two records of one id differ. */
  Map<EventId, StatusChanged> statusesById() {
    Map<EventId, StatusChanged> byId = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : world.read(Topics.STATUS_CHANGED.name())) {
      var envelope = world.codec.decode(Topics.STATUS_CHANGED, record);
      StatusChanged other = byId.put(envelope.id(), envelope.event());
      assertThat(other == null ? envelope.event() : other).isEqualTo(envelope.event());
    }
    return byId;
  }
}
