package city.reception.events;

import java.time.Instant;

/** What became of a notice to a resident: {@code notifications.delivery.v1}. */
public sealed interface NoticeDelivery extends AppealEvent
    permits NoticeSent, NoticeFailed, NoticeOutcomeUnknown, NoticeSuppressed {

  /** The notice, under an id derived from the event it tells of and the medium. */
  EventId noticeId();

  NoticeKind kind();

  NoticeMedium medium();

  Instant at();

  /** How a notice travels. */
  enum NoticeMedium {
    EMAIL
  }
}
