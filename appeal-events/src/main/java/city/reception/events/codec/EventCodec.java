package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.Topic;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as records of Kafka and reads them back. Safe for use by many threads. */
public final class EventCodec {

  private static final String CLOUD_EVENTS_VERSION = "1.0";
  private static final String JSON = "application/json";

  private final JsonMapper json = EventJson.mapper();

  /** The record that carries {@code envelope} on {@code topic}, keyed by the appeal. */
  public <V extends AppealEvent> ProducerRecord<byte[], byte[]> encode(
      Topic<AppealId, V> topic, Envelope<V> envelope) {
    V event = envelope.event();
    String key = event.appealId().toString();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), json.writeValueAsBytes(event));
    Headers headers = record.headers();
    add(headers, EventHeaders.ID, envelope.id().value());
    add(headers, EventHeaders.TYPE, topic.values().typeOf(event));
    add(headers, EventHeaders.SOURCE, envelope.source());
    add(headers, EventHeaders.SPEC_VERSION, CLOUD_EVENTS_VERSION);
    add(headers, EventHeaders.TIME, envelope.time().toString());
    add(headers, EventHeaders.SUBJECT, key);
    add(headers, EventHeaders.CONTENT_TYPE, JSON);
    add(headers, EventHeaders.TRACEPARENT, envelope.traceparent());
    add(headers, EventHeaders.BODY_DIGEST, envelope.bodyDigest());
    return record;
  }

  /**
   * The event that a record of {@code topic} carries.
   *
   * @throws UndecodableException when it is no event of the topic: a header is missing or wrong,
   *     the type is unknown, the value is not what the type promises, or the key is not the event's
   */
  public <V extends AppealEvent> Envelope<V> decode(
      Topic<AppealId, V> topic, ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    if (!CLOUD_EVENTS_VERSION.equals(required(headers, EventHeaders.SPEC_VERSION))) {
      throw new UndecodableException("header ce_specversion is not 1.0");
    }
    Class<? extends V> type =
        topic
            .values()
            .classOf(required(headers, EventHeaders.TYPE))
            .orElseThrow(() -> new UndecodableException("header ce_type is unknown on this topic"));
    EventId id = id(required(headers, EventHeaders.ID));
    V event = value(type, record.value());
    requireKey(event.appealId(), record.key());
    return new Envelope<>(
        id,
        required(headers, EventHeaders.SOURCE),
        time(EventHeaders.read(headers, EventHeaders.TIME), record),
        event,
        EventHeaders.read(headers, EventHeaders.TRACEPARENT),
        EventHeaders.read(headers, EventHeaders.BODY_DIGEST));
  }

  private <T> T value(Class<T> type, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new UndecodableException("the record has no value");
    }
    try {
      return json.readValue(bytes, type);
    } catch (JacksonException e) {
      throw new UndecodableException(EventJson.describe(type, e), e);
    }
  }

  private static EventId id(String value) {
    try {
      return new EventId(value);
    } catch (IllegalArgumentException e) {
      throw new UndecodableException("header ce_id: " + e.getMessage(), e);
    }
  }

  /** CloudEvents makes {@code time} optional; without it the record's own time stands in. */
  private static Instant time(@Nullable String text, ConsumerRecord<?, ?> record) {
    if (text == null) {
      return Instant.ofEpochMilli(record.timestamp());
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new UndecodableException("header ce_time is not a time of RFC 3339", e);
    }
  }

  private static void requireKey(AppealId appeal, byte @Nullable [] key) {
    if (key == null || !appeal.toString().equals(new String(key, UTF_8))) {
      throw new UndecodableException("the record's key is not the appealId of its value");
    }
  }

  private static String required(Headers headers, String name) {
    String value = EventHeaders.read(headers, name);
    if (value == null) {
      throw new UndecodableException("header " + name + " is missing");
    }
    return value;
  }

  private static void add(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(UTF_8));
    }
  }
}
