package city.reception.starter.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A parked record: the original key, headers and value, with headers of its own that say who parked
 * it, where it lay and why. Service, topic, partition and offset together identify it; a service
 * that died at the wrong moment may park the same record twice.
 */
public final class DeadLetter {

  /** What the names of its own headers begin with. */
  public static final String PREFIX = "dlt-";

  /** Why it was parked, in words. */
  public static final String REASON = PREFIX + "reason";

  /** Which service parked it: its consumer group. */
  public static final String SERVICE = PREFIX + "service";

  /** Where it lay: topic, partition, offset and timestamp (milliseconds since the epoch). */
  public static final String TOPIC = PREFIX + "topic";

  public static final String PARTITION = PREFIX + "partition";
  public static final String OFFSET = PREFIX + "offset";
  public static final String TIMESTAMP = PREFIX + "timestamp";

  private DeadLetter() {}

  /** The record that parks {@code record}. */
  public static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> record, String service, String reason) {
    ProducerRecord<byte[], byte[]> parked =
        new ProducerRecord<>(
            record.topic() + Topic.DEAD_LETTER_SUFFIX, record.key(), record.value());
    for (Header header : record.headers()) {
      // A record that was replayed and failed again must not carry the reasons of both failures.
      if (!header.key().startsWith(PREFIX)) {
        parked.headers().add(header);
      }
    }
    add(parked, REASON, reason);
    add(parked, SERVICE, service);
    add(parked, TOPIC, record.topic());
    add(parked, PARTITION, Integer.toString(record.partition()));
    add(parked, OFFSET, Long.toString(record.offset()));
    add(parked, TIMESTAMP, Long.toString(record.timestamp()));
    return parked;
  }

  private static void add(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(UTF_8));
  }
}
