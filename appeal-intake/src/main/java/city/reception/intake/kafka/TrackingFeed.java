package city.reception.intake.kafka;

import city.reception.events.NoticeDelivery;
import city.reception.events.Reply;
import city.reception.events.StatusChanged;
import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import city.reception.intake.tracking.TrackedEvent;
import city.reception.intake.tracking.TrackedNotice;
import city.reception.intake.tracking.TrackingStore;
import city.reception.starter.kafka.BatchHandler;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Brings a poll of what the router and the notifications say into tracking. */
@Component
final class TrackingFeed implements BatchHandler {

  private final EventCodec codec;
  private final TrackingStore store;

  TrackingFeed(EventCodec codec, TrackingStore store) {
    this.codec = codec;
    this.store = store;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
    List<TrackedEvent> events = new ArrayList<>();
    List<TrackedNotice> notices = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (record.topic().equals(Topics.STATUS_CHANGED.name())) {
        StatusChanged event = codec.decode(Topics.STATUS_CHANGED, record).event();
        events.add(TrackedEvent.of(event));
      } else if (record.topic().equals(Topics.REPLY.name())) {
        Reply event = codec.decode(Topics.REPLY, record).event();
        events.add(TrackedEvent.of(event));
      } else {
        NoticeDelivery event = codec.decode(Topics.NOTICE_DELIVERY, record).event();
        notices.add(TrackedNotice.of(event));
      }
    }
    store.store(events, notices);
  }
}
