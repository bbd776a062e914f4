package city.reception.intake;

import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.Topic;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.starter.kafka.KafkaClients;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;

/** Speaks on a topic as another service would. */
@TestComponent
public final class TopicWriter implements DisposableBean {

  private final EventCodec codec = new EventCodec();
  private final Producer<byte[], byte[]> producer;

  public TopicWriter(KafkaClients clients) {
    this.producer = clients.producerFactory(Map.of()).createProducer();
  }

  /** Appends an event and waits until it is there. */
  public <V extends AppealEvent> void write(Topic<AppealId, V> topic, V event) {
    EventId id = new EventId(UUID.randomUUID().toString());
    write(codec.encode(topic, new Envelope<>(id, "/test", Instant.now(), event, null)));
  }

  /** Appends a record and waits until it is there. */
  public void write(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void destroy() {
    producer.close();
  }
}
