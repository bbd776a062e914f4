package city.reception.desk.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.desk.action.ActionProperties;
import city.reception.desk.action.ActionTopics;
import city.reception.desk.action.OutcomeUnknownException;
import city.reception.desk.queue.DeskAction;
import city.reception.desk.queue.OutgoingRecord;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.starter.kafka.KafkaClients;
import city.reception.starter.traces.Traces;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends actions by an idempotent producer that gives up while the person still waits. */
final class KafkaActionTopics implements ActionTopics, DisposableBean {

  private static final String SOURCE = "/committee-desk";

  private final EventCodec codec;
  private final Traces traces;
  private final ActionProperties properties;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final KafkaTemplate<byte[], byte[]> kafka;

  KafkaActionTopics(
      KafkaClients clients, EventCodec codec, Traces traces, ActionProperties properties) {
    this.codec = codec;
    this.traces = traces;
    this.properties = properties;
    int patience = Math.toIntExact(properties.delivery().toMillis());
    this.producers =
        clients.producerFactory(
            Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                DeskStreams.SERVICE + "-actions",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                patience,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                patience,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                patience));
    this.kafka = KafkaClients.template(producers);
  }

  @Override
  public OutgoingRecord encode(CommitteeId committee, EventId id, CommitteeAction action) {
    ProducerRecord<byte[], byte[]> record =
        codec.encode(
            Topics.committeeAction(committee),
            new Envelope<>(id, SOURCE, Instant.now(), action, traces.current()));
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return new OutgoingRecord(headers, new String(record.value(), UTF_8));
  }

  @Override
  public void send(DeskAction action) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.committeeAction(action.committee()).name(),
            action.appeal().toString().getBytes(UTF_8),
            action.record().value().getBytes(UTF_8));
    action
        .record()
        .headers()
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    try {
      kafka.send(record).get(2 * properties.delivery().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException(e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new OutcomeUnknownException(e);
    }
  }

  @Override
  public void destroy() {
    producers.destroy();
  }
}
