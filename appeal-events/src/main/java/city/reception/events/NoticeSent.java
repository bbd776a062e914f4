package city.reception.events;

import java.time.Instant;

/** The mail server took the notice over. */
public record NoticeSent(
    AppealId appealId, EventId noticeId, NoticeKind kind, NoticeMedium medium, Instant at)
    implements NoticeDelivery {}
