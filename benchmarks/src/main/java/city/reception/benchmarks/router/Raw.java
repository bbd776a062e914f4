package city.reception.benchmarks.router;

import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.IntakeEvent;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One record out for each record in, and no database: the least that a stream processor with
 * transactions can do.
 */
final class Raw implements TransactionalLoop.Transformation {

  /** What it writes to; twelve partitions, like the topic that it reads. */
  static final String TOPIC = "peers.raw.v1";

  private static final Topic<AppealId, IntakeEvent> OUT =
      new Topic<>(
          AppealId.class,
          Topics.INTAKE_EVENTS,
          new Topic.Declaration(
              TOPIC,
              Topics.RECEIVED.declaration().partitions(),
              Topics.RECEIVED.declaration().retention(),
              Topics.MAX_MESSAGE_BYTES),
          Topics.RECEIVED.deadLetters());

  private final EventCodec codec = new EventCodec();
  private final boolean decoding;

  /**
   * @param decoding whether the record is read into an event and written from it again, as every
   *     transformation that looks at the event must; otherwise its bytes are passed on
   */
  Raw(boolean decoding) {
    this.decoding = decoding;
  }

  @Override
  public List<ProducerRecord<byte[], byte[]>> of(List<ConsumerRecord<byte[], byte[]>> batch) {
    return batch.stream().map(decoding ? this::transformed : Raw::copied).toList();
  }

  private ProducerRecord<byte[], byte[]> transformed(ConsumerRecord<byte[], byte[]> record) {
    var envelope = codec.decode(Topics.RECEIVED, record);
    if (!(envelope.event() instanceof AppealReceived)) {
      throw new IllegalStateException("only appeals are sent to the peers");
    }
    return codec.encode(OUT, envelope);
  }

  private static ProducerRecord<byte[], byte[]> copied(ConsumerRecord<byte[], byte[]> record) {
    return new ProducerRecord<>(TOPIC, null, record.key(), record.value(), record.headers());
  }
}
