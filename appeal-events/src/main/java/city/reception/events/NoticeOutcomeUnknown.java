package city.reception.events;

import java.time.Instant;

/** The sender died between handing the notice over and noting it: it may or may not have gone. */
public record NoticeOutcomeUnknown(
    AppealId appealId, EventId noticeId, NoticeKind kind, NoticeMedium medium, Instant at)
    implements NoticeDelivery {}
