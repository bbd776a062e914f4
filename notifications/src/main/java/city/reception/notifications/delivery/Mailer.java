package city.reception.notifications.delivery;

import city.reception.events.contact.Contact;
import city.reception.notifications.notice.PlannedNotice;

/** Puts a notice into the hands of the mail server. */
public interface Mailer {

  /**
   * Sends one mail, or not. Says {@link Result.Unclear} whenever it cannot be sure, and throws only
   * before anything was sent.
   */
  Result send(PlannedNotice notice, Contact contact);

  /** What the mail server made of it. */
  sealed interface Result {

    /** It took the mail over. */
    record Accepted() implements Result {}

    /** The mail has certainly not gone, and may go later. */
    record RefusedForNow(int smtpStatus) implements Result {}

    /** The mail has certainly not gone, and never will. */
    record RefusedForGood(int smtpStatus) implements Result {}

    /** The mail was handed over and the answer is missing. */
    record Unclear() implements Result {}
  }
}
