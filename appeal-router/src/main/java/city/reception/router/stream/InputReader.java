package city.reception.router.stream;

import city.reception.events.AppealReceived;
import city.reception.events.IntakeEvent;
import city.reception.events.RoutingDecision;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.events.codec.EventHeaders;
import city.reception.events.codec.UndecodableException;
import city.reception.router.routing.RoutingPolicy;
import city.reception.starter.deadletter.Failures;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records and classifies new appeals. Done before any transaction: it may take its time. */
final class InputReader {

  private final EventCodec codec;
  private final RoutingPolicy policy;

  InputReader(EventCodec codec, RoutingPolicy policy) {
    this.codec = codec;
    this.policy = policy;
  }

  /** The input that a record is; a record that cannot be read, or routed, is a defective one. */
  Input read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return decoded(record);
    } catch (RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw e;
      }
      return new Input.Defective(record, Failures.describe(e));
    }
  }

  private Input decoded(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(Topics.RECEIVED.name())) {
      Envelope<IntakeEvent> envelope = codec.decode(Topics.RECEIVED, record);
      return envelope.event() instanceof AppealReceived appeal
          ? new Input.Decoded(record, envelope, route(appeal, envelope))
          : new Input.Decoded(record, envelope, null);
    }
    if (record.topic().equals(Topics.CASE_SIGNAL.name())) {
      return new Input.Decoded(record, codec.decode(Topics.CASE_SIGNAL, record), null);
    }
    return Topics.actingCommittee(record.topic())
        .map(Topics::committeeAction)
        .<Input>map(topic -> new Input.Decoded(record, codec.decode(topic, record), null))
        .orElseThrow(() -> new UndecodableException("not an input topic"));
  }

  private RoutingDecision route(AppealReceived appeal, Envelope<IntakeEvent> envelope) {
    if (envelope.bodyDigest() == null) {
      throw new UndecodableException("header " + EventHeaders.BODY_DIGEST + " is missing");
    }
    return policy.route(appeal.addressee(), appeal.subject(), appeal.text());
  }
}
