package city.reception.desk.queue;

import city.reception.events.AppealStatus;
import java.time.Instant;
import java.util.UUID;

/** An appeal in a committee's queue. */
public record QueueItem(
    UUID appealId,
    String registrationNumber,
    String subject,
    AppealStatus status,
    Instant dueAt,
    int version) {}
