package city.reception.starter.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.Topic;
import city.reception.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

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

  /**
   * How many bytes of key, headers and value were left out, where a record was too large to be
   * parked whole: one that the broker took compressed may be larger than any topic's limit. It
   * still lies where {@link #TOPIC} and the rest say, for as long as its topic keeps it.
   */
  public static final String LEFT_OUT = PREFIX + "left-out";

  /** Room for a batch's own overhead and for the headers above. */
  private static final int MOST = Topics.MAX_DEAD_LETTER_BYTES - 64 * 1024;

  private DeadLetter() {}

  /** The record that parks {@code record}. */
  public static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> record, String service, String reason) {
    String topic = record.topic() + Topic.DEAD_LETTER_SUFFIX;
    long size = size(record);
    ProducerRecord<byte[], byte[]> parked;
    if (size > MOST) {
      parked = new ProducerRecord<>(topic, null);
      add(parked, LEFT_OUT, Long.toString(size));
    } else {
      parked = new ProducerRecord<>(topic, record.key(), record.value());
      for (Header header : record.headers()) {
        // A record that was replayed and failed again must not carry the reasons of both failures.
        if (!header.key().startsWith(PREFIX)) {
          parked.headers().add(header);
        }
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

  private static long size(ConsumerRecord<byte[], byte[]> record) {
    long size = length(record.key()) + length(record.value());
    for (Header header : record.headers()) {
      size += 16 + header.key().getBytes(UTF_8).length + length(header.value());
    }
    return size;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static void add(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(UTF_8));
  }
}
