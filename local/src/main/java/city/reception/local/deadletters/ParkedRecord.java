package city.reception.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.AppealId;
import city.reception.events.codec.EventHeaders;
import city.reception.events.codec.UndecodableException;
import city.reception.starter.deadletter.DeadLetter;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service parked, without what it says.
 *
 * @param topic the dead-letter topic
 * @param offset where it lies there
 * @param source where it came from; null when nothing says so
 * @param service who parked it
 * @param reason why
 * @param appeal the appeal that it is keyed by; null when the key is no appeal's id
 * @param type the CloudEvents type
 * @param bytes the size of its value
 */
public record ParkedRecord(
    String topic,
    long offset,
    Instant parkedAt,
    @Nullable Source source,
    @Nullable String service,
    @Nullable String reason,
    @Nullable AppealId appeal,
    @Nullable String type,
    int bytes) {

  /** Where a record lay when it could not be handled. */
  public record Source(String topic, int partition, long offset) {
    @Override
    public String toString() {
      return topic + "[" + partition + "]:" + offset;
    }
  }

  static ParkedRecord of(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    return new ParkedRecord(
        record.topic(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        source(headers),
        text(headers, DeadLetter.SERVICE),
        text(headers, DeadLetter.REASON),
        appeal(record.key()),
        text(headers, EventHeaders.TYPE),
        record.value() == null ? 0 : record.value().length);
  }

  /** What a person calls it. */
  public String id() {
    return topic + ":" + offset;
  }

  /**
   * What it is the parking of. A service that died at the wrong moment parks the same record twice,
   * and whoever deals with one has dealt with both.
   */
  String identity() {
    return source == null ? id() : service + " " + source;
  }

  private static @Nullable AppealId appeal(byte @Nullable [] key) {
    try {
      return key == null ? null : AppealId.parse(new String(key, UTF_8));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Source source(Headers headers) {
    String topic = text(headers, DeadLetter.TOPIC);
    String partition = text(headers, DeadLetter.PARTITION);
    String offset = text(headers, DeadLetter.OFFSET);
    if (topic == null || partition == null || offset == null) {
      return null;
    }
    try {
      return new Source(topic, Integer.parseInt(partition), Long.parseLong(offset));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable String text(Headers headers, String name) {
    try {
      String value = EventHeaders.read(headers, name);
      return value == null ? null : printable(value);
    } catch (UndecodableException e) {
      return null;
    }
  }

  /** A foreign record may hold anything, and a terminal obeys control characters. */
  private static String printable(String text) {
    return text.codePoints()
        .limit(300)
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
