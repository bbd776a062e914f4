package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.AppealId;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.RedirectAppeal;
import city.reception.events.Topic;
import city.reception.events.Topics;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventCodecTest {

  private static final AppealId APPEAL = AppealId.of("portal", "key-0123456789abcdef");
  private static final Topic<AppealId, CommitteeAction> TOPIC =
      Topics.committeeAction(new CommitteeId("health"));

  private final EventCodec codec = new EventCodec();

  @Test
  void whatIsWrittenIsReadBackWithItsHeaders() {
    Envelope<CommitteeAction> envelope =
        new Envelope<>(
            new EventId("a-1"),
            "/committee/health",
            Instant.parse("2026-11-20T10:00:00Z"),
            redirect(),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    assertThat(codec.decode(TOPIC, received(codec.encode(TOPIC, envelope)))).isEqualTo(envelope);
  }

  @Test
  void anUnknownPropertyIsIgnoredAndAMissingOneIsNamed() {
    assertThat(decode("{\"appealId\":\"%s\",\"expectedVersion\":1,\"actor\":\"a\",\"x\":1}"))
        .isInstanceOf(city.reception.events.TakeUpAppeal.class);
    assertThatThrownBy(() -> decode("{\"appealId\":\"%s\",\"expectedVersion\":1}"))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("actor");
    assertThatThrownBy(() -> decode("{\"appealId\":\"%s\",\"expectedVersion\":1,\"actor\":null}"))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("actor");
    assertThatThrownBy(() -> decode("{\"appealId\":\"%s\",\"actor\":\"a\"}"))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("expectedVersion");
  }

  @Test
  void aRefusedRecordIsDescribedWithoutItsContent() {
    assertThatThrownBy(
            () -> decode("{\"appealId\":\"%s\",\"expectedVersion\":1,\"actor\":\"Иван\\u0000\"}"))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("actor has a control character")
        .hasMessageNotContaining("Иван");
    assertThatThrownBy(() -> decode("{\"secret"))
        .isInstanceOf(UndecodableException.class)
        .hasMessageNotContaining("secret");
  }

  private CommitteeAction decode(String json) {
    ProducerRecord<byte[], byte[]> record =
        codec.encode(
            TOPIC,
            new Envelope<>(
                new EventId("a-1"),
                "/x",
                Instant.EPOCH,
                new city.reception.events.TakeUpAppeal(APPEAL, 1, "x"),
                null));
    ProducerRecord<byte[], byte[]> changed =
        new ProducerRecord<>(
            record.topic(),
            null,
            record.key(),
            json.formatted(APPEAL).getBytes(UTF_8),
            record.headers());
    return codec.decode(TOPIC, received(changed)).event();
  }

  private static RedirectAppeal redirect() {
    return new RedirectAppeal(APPEAL, 2, "Петрова А. Н.", new CommitteeId("education"), "Школа");
  }

  private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(record.headers()::add);
    return record;
  }
}
