package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.Texts;
import city.reception.events.Topic;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
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

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

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
   *     the type is unknown, the value is not what the type promises, or the key is not the
   *     event's. Never any other exception, whatever the record holds
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
        source(headers),
        time(EventHeaders.read(headers, EventHeaders.TIME), record),
        event,
        traceparent(headers),
        bodyDigest(headers));
  }

  private <T> T value(Class<T> type, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new UndecodableException("the record has no value");
    }
    T value;
    try {
      // Read from text, not from bytes: Jackson would also guess UTF-16 and let surrogates pass.
      value = json.readValue(Utf8.decode(bytes), type);
    } catch (CharacterCodingException e) {
      throw new UndecodableException(type.getSimpleName() + ": the value is not UTF-8");
    } catch (JacksonException e) {
      // Not as the cause: its message quotes the value.
      throw new UndecodableException(EventJson.describe(type, e));
    }
    if (value == null) {
      throw new UndecodableException(type.getSimpleName() + ": the value is null");
    }
    return value;
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
      return EventJson.instant(text);
    } catch (DateTimeException e) {
      throw new UndecodableException("header ce_time is not a time of RFC 3339");
    }
  }

  private static String source(Headers headers) {
    String source = required(headers, EventHeaders.SOURCE);
    if (source.isBlank()
        || source.length() > EventHeaders.MAX_SOURCE
        || Texts.hasControlCharacter(source)) {
      throw new UndecodableException("header ce_source is blank, too long or not printable");
    }
    return source;
  }

  /** A malformed one is ignored, as W3C Trace Context asks: it is no reason to lose the event. */
  private static @Nullable String traceparent(Headers headers) {
    try {
      String traceparent = EventHeaders.read(headers, EventHeaders.TRACEPARENT);
      return traceparent != null && TRACEPARENT.matcher(traceparent).matches() ? traceparent : null;
    } catch (UndecodableException e) {
      return null;
    }
  }

  private static @Nullable String bodyDigest(Headers headers) {
    String digest = EventHeaders.read(headers, EventHeaders.BODY_DIGEST);
    if (digest != null && !VISIBLE.matcher(digest).matches()) {
      throw new UndecodableException(
          "header ce_bodydigest is not 1 to 128 visible ASCII characters");
    }
    return digest;
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
