package city.reception.router.stream;

import city.reception.events.AppealEvent;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.Topic;
import city.reception.events.Topic.Declaration;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.router.publication.Announcement;
import city.reception.starter.deadletter.UnprocessableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Encodes what is to be sent, and makes sure that it can be sent, before anything is recorded. */
final class Outputs {

  private static final String SOURCE = "/appeal-router";

  /** More than a record and the batch around it need beside key, value and headers. */
  private static final int OVERHEAD = 128;

  private static final int HEADER_OVERHEAD = 10;

  private final EventCodec codec;
  private final Map<String, Integer> largest = new HashMap<>();

  Outputs(EventCodec codec, Collection<CommitteeId> committees) {
    this.codec = codec;
    for (Topic<?, ?> topic : Topics.all(committees)) {
      for (Declaration declaration : List.of(topic.declaration(), topic.deadLetters())) {
        largest.put(declaration.name(), declaration.maxMessageBytes());
      }
    }
  }

  /**
   * The records that say {@code announcements}, with ids that follow from the input's.
   *
   * @throws UnprocessableException when one of them could not be sent
   */
  List<ProducerRecord<byte[], byte[]>> encode(
      Input.Decoded cause, List<Announcement<?>> announcements, @Nullable String traceparent) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(announcements.size());
    for (Announcement<?> announcement : announcements) {
      records.add(
          sendable(encode(cause, announcement, Integer.toString(records.size()), traceparent)));
    }
    return records;
  }

  private <V extends AppealEvent> ProducerRecord<byte[], byte[]> encode(
      Input.Decoded cause,
      Announcement<V> announcement,
      String ordinal,
      @Nullable String traceparent) {
    EventId id =
        EventId.derived(
            "output",
            cause.record().topic(),
            cause.envelope().id().value(),
            announcement.topic().name(),
            ordinal);
    return codec.encode(
        announcement.topic(),
        new Envelope<>(id, SOURCE, cause.at(), announcement.event(), traceparent));
  }

  private ProducerRecord<byte[], byte[]> sendable(ProducerRecord<byte[], byte[]> record) {
    Integer limit = largest.get(record.topic());
    if (limit == null) {
      throw new UnprocessableException("an output is for a topic that does not exist");
    }
    int size = size(record);
    if (size > limit) {
      throw new UnprocessableException(
          "an output of " + size + " bytes is too large for " + record.topic());
    }
    return record;
  }

  private static int size(ProducerRecord<byte[], byte[]> record) {
    int size = OVERHEAD + length(record.key()) + length(record.value());
    for (Header header : record.headers()) {
      size += HEADER_OVERHEAD + header.key().length() + length(header.value());
    }
    return size;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
