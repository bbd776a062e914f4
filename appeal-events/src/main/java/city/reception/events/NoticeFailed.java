package city.reception.events;

import java.time.Instant;

/**
 * The notice could not be delivered and is not tried again.
 *
 * @param smtpStatus the mail server's reply code (RFC 5321, section 4.2.1), or 0 when there was
 *     none
 */
public record NoticeFailed(
    AppealId appealId,
    EventId noticeId,
    NoticeKind kind,
    NoticeMedium medium,
    Instant at,
    int smtpStatus)
    implements NoticeDelivery {}
