package city.reception.events;

import java.time.Instant;

/** The notice was not sent, and never will be by this medium. */
public record NoticeSuppressed(
    AppealId appealId,
    EventId noticeId,
    NoticeKind kind,
    NoticeMedium medium,
    Instant at,
    Reason reason)
    implements NoticeDelivery {

  /** Why there was nothing to send to. */
  public enum Reason {
    /** The resident left no address of this medium. */
    NO_ADDRESS,
    /** The resident's ways of contact were erased. */
    CONTACT_ERASED,
    /** An operator settled it without sending. */
    SETTLED_BY_OPERATOR
  }
}
