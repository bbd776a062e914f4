package city.reception.notifications.delivery;

import city.reception.events.NoticeSuppressed.Reason;
import java.time.Duration;
import java.util.Optional;

/** What became of an attempt. */
public sealed interface Outcome {

  /** The state that it puts the notice into, if it decides it. */
  default Optional<NoticeState> decides() {
    return switch (this) {
      case Sent() -> Optional.of(NoticeState.SENT);
      case Failed(int smtpStatus) -> Optional.of(NoticeState.FAILED);
      case Unknown() -> Optional.of(NoticeState.UNKNOWN);
      case Suppressed(Reason reason) -> Optional.of(NoticeState.SUPPRESSED);
      case Later(Problem problem, int smtpStatus, Duration pause) -> Optional.empty();
    };
  }

  /** The mail server took it over. */
  record Sent() implements Outcome {}

  /**
   * It will never be delivered.
   *
   * @param smtpStatus the mail server's reply code, or 0
   */
  record Failed(int smtpStatus) implements Outcome {}

  /** It may or may not have gone. */
  record Unknown() implements Outcome {}

  /** It is not sent, on purpose. */
  record Suppressed(Reason reason) implements Outcome {}

  /**
   * It has certainly not gone and is tried again.
   *
   * @param problem what was in the way
   * @param smtpStatus the mail server's reply code, or 0
   */
  record Later(Problem problem, int smtpStatus, Duration pause) implements Outcome {}

  /** What may be in the way of a mail. */
  enum Problem {
    /** The mail server refused for the moment, or did not answer. */
    MAIL_SERVER,
    /** The contact is not there any more, or not yet again. */
    CONTACT_MISSING,
    /** The contact does not open with any key that is configured. A person must act. */
    CONTACT_UNOPENABLE,
    /** The mail could not be prepared: a fault of ours. */
    NOT_PREPARED
  }
}
