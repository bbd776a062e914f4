package city.reception.router.publication;

import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.Topic;

/** One event for one topic. */
public record Announcement<V extends AppealEvent>(Topic<AppealId, V> topic, V event) {}
