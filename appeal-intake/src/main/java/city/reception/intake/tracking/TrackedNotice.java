package city.reception.intake.tracking;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.NoticeDelivery;
import city.reception.events.NoticeFailed;
import city.reception.events.NoticeKind;
import city.reception.events.NoticeOutcomeUnknown;
import city.reception.events.NoticeSent;
import city.reception.events.NoticeSuppressed;
import java.time.Instant;

/** What became of one notice to the resident. */
public record TrackedNotice(
    AppealId appealId, EventId noticeId, Outcome outcome, NoticeKind kind, Instant at) {

  /** How it ended, or seems to have. */
  enum Outcome {
    SENT,
    FAILED,
    UNKNOWN,
    SUPPRESSED
  }

  /** What a delivery tells. */
  public static TrackedNotice of(NoticeDelivery event) {
    Outcome outcome =
        switch (event) {
          case NoticeSent _ -> Outcome.SENT;
          case NoticeFailed _ -> Outcome.FAILED;
          case NoticeOutcomeUnknown _ -> Outcome.UNKNOWN;
          case NoticeSuppressed _ -> Outcome.SUPPRESSED;
        };
    return new TrackedNotice(event.appealId(), event.noticeId(), outcome, event.kind(), event.at());
  }
}
