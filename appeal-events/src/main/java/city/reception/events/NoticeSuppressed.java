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

  /** Why it was not sent. */
  public enum Reason {
    /** The resident left no address of this medium. */
    NO_ADDRESS,
    /** The resident's ways of contact were erased. */
    CONTACT_ERASED,
    /** A later notice of the same appeal had gone before it. */
    SUPERSEDED,
    /** An operator settled it without sending. */
    SETTLED_BY_OPERATOR
  }
}
