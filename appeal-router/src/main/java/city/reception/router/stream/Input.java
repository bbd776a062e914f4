package city.reception.router.stream;

import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.RoutingDecision;
import city.reception.events.codec.Envelope;
import city.reception.router.campaigns.Marks;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.router.ledger.Position;
import city.reception.router.ledger.ShadowOpinion;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of an input topic, as far as it can be read. */
sealed interface Input {

  ConsumerRecord<byte[], byte[]> record();

  default Position position() {
    return new Position(record().topic(), record().partition(), record().offset());
  }

  default Partition partition() {
    return new Partition(record().topic(), record().partition());
  }

  /** The append time, by which everything is decided. */
  default Instant at() {
    return Instant.ofEpochMilli(record().timestamp());
  }

  /**
   * One that can be handled.
   *
   * @param route where its appeal goes; on a new appeal only
   * @param marks what is remembered of its letter; on a new appeal only
   * @param opinion what a shadow model makes of it, where one was asked
   * @param eventKey the same for every record that carries the same event on the same topic
   */
  record Decoded(
      ConsumerRecord<byte[], byte[]> record,
      Envelope<?> envelope,
      @Nullable RoutingDecision route,
      @Nullable Marks marks,
      @Nullable ShadowOpinion opinion,
      UUID eventKey)
      implements Input {

    static Decoded of(
        ConsumerRecord<byte[], byte[]> record,
        Envelope<?> envelope,
        @Nullable RoutingDecision route,
        @Nullable Marks marks,
        @Nullable ShadowOpinion opinion) {
      EventId key = EventId.derived("input", record.topic(), envelope.id().value());
      return new Decoded(record, envelope, route, marks, opinion, UUID.fromString(key.value()));
    }

    AppealEvent event() {
      return envelope.event();
    }

    AppealId appeal() {
      return envelope.event().appealId();
    }
  }

  /**
   * One that goes to the dead letters.
   *
   * @param reason why, without anything of its content
   */
  record Defective(ConsumerRecord<byte[], byte[]> record, String reason) implements Input {}
}
