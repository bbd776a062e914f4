package city.reception.router.stream;

import city.reception.events.AppealReceived;
import city.reception.events.IntakeEvent;
import city.reception.events.RoutingDecision;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.events.codec.EventHeaders;
import city.reception.events.codec.UndecodableException;
import city.reception.router.campaigns.Letter;
import city.reception.router.campaigns.Marks;
import city.reception.router.models.Routing;
import city.reception.router.routing.Appeal;
import city.reception.starter.deadletter.Failures;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records, classifies new appeals and takes their marks. Done before any transaction: it may
 * take its time.
 */
final class InputReader {

  private final EventCodec codec;
  private final Supplier<Routing> routing;
  private final Function<Letter, Marks> marking;

  InputReader(EventCodec codec, Supplier<Routing> routing, Function<Letter, Marks> marking) {
    this.codec = codec;
    this.routing = routing;
    this.marking = marking;
  }

  /** The inputs that the records of a poll are: one model decides them all. */
  List<Input> read(List<ConsumerRecord<byte[], byte[]>> records) {
    Routing now = routing.get();
    return records.stream().map(record -> read(record, now)).toList();
  }

  /** A record that cannot be read, or routed, is a defective one. */
  private Input read(ConsumerRecord<byte[], byte[]> record, Routing now) {
    try {
      return decoded(record, now);
    } catch (RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw e;
      }
      return new Input.Defective(record, Failures.describe(e));
    }
  }

  private Input decoded(ConsumerRecord<byte[], byte[]> record, Routing now) {
    if (record.topic().equals(Topics.RECEIVED.name())) {
      Envelope<IntakeEvent> envelope = codec.decode(Topics.RECEIVED, record);
      return envelope.event() instanceof AppealReceived appeal
          ? routed(record, envelope, appeal, now)
          : unrouted(record, envelope);
    }
    if (record.topic().equals(Topics.CASE_SIGNAL.name())) {
      return unrouted(record, codec.decode(Topics.CASE_SIGNAL, record));
    }
    return Topics.actingCommittee(record.topic())
        .map(Topics::committeeAction)
        .<Input>map(topic -> unrouted(record, codec.decode(topic, record)))
        .orElseThrow(() -> new UndecodableException("not an input topic"));
  }

  private Input routed(
      ConsumerRecord<byte[], byte[]> record,
      Envelope<?> envelope,
      AppealReceived received,
      Routing now) {
    if (envelope.bodyDigest() == null) {
      throw new UndecodableException("header " + EventHeaders.BODY_DIGEST + " is missing");
    }
    Appeal appeal = Appeal.of(received);
    RoutingDecision route = now.route(appeal);
    return Input.Decoded.of(
        record,
        envelope,
        route,
        marking.apply(Letter.of(received)),
        now.inTheShadow(appeal, route).orElse(null));
  }

  private static Input unrouted(ConsumerRecord<byte[], byte[]> record, Envelope<?> envelope) {
    return Input.Decoded.of(record, envelope, null, null, null);
  }
}
