package city.reception.notifications.delivery;

import city.reception.events.NoticeSuppressed.Reason;
import city.reception.events.SealedContact;
import city.reception.events.contact.Contact;
import city.reception.events.contact.ContactSeal;
import city.reception.events.contact.ContactSeal.UnopenableContactException;
import city.reception.notifications.contact.Recipient.Awaited;
import city.reception.notifications.contact.Recipient.Erased;
import city.reception.notifications.contact.Recipient.Known;
import city.reception.notifications.delivery.Mailer.Result.Accepted;
import city.reception.notifications.delivery.Mailer.Result.RefusedForGood;
import city.reception.notifications.delivery.Mailer.Result.RefusedForNow;
import city.reception.notifications.delivery.Mailer.Result.Unclear;
import city.reception.notifications.delivery.Outcome.Failed;
import city.reception.notifications.delivery.Outcome.Later;
import city.reception.notifications.delivery.Outcome.Problem;
import city.reception.notifications.delivery.Outcome.Sent;
import city.reception.notifications.delivery.Outcome.Suppressed;
import city.reception.notifications.delivery.Outcome.Unknown;
import city.reception.starter.deadletter.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt to deliver one notice. */
@Component
class Attempts {

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  private final ContactSeal seal;
  private final Mailer mailer;
  private final DeliveryProperties properties;

  Attempts(ContactSeal seal, Mailer mailer, DeliveryProperties properties) {
    this.seal = seal;
    this.mailer = mailer;
    this.properties = properties;
  }

  /**
   * Tries to deliver a claimed notice.
   *
   * @return what became of it. What fails on the way to the mail server is an outcome too: the mail
   *     has not gone
   */
  Outcome make(ClaimedNotice claimed) {
    try {
      return attempt(claimed);
    } catch (RuntimeException e) {
      log.error(
          "notice {} of appeal {} waits: the mail could not be prepared: {}",
          claimed.notice().id(),
          claimed.notice().appealId(),
          Failures.describe(e));
      return later(claimed, Problem.NOT_PREPARED, 0);
    }
  }

  private Outcome attempt(ClaimedNotice claimed) {
    // What somebody wrote to the resident is always told; older news than what the resident was
    // already told is not.
    if (claimed.superseded() && claimed.notice().answer() == null) {
      return new Suppressed(Reason.SUPERSEDED);
    }
    return switch (claimed.recipient()) {
      case Erased() -> new Suppressed(Reason.CONTACT_ERASED);
      case Awaited() -> later(claimed, Problem.CONTACT_MISSING, 0);
      case Known(var contact) -> attempt(claimed, contact);
    };
  }

  private Outcome attempt(ClaimedNotice claimed, SealedContact sealed) {
    Contact contact;
    try {
      contact = seal.open(claimed.notice().appealId(), sealed);
    } catch (UnopenableContactException e) {
      log.error(
          "notice {} of appeal {} waits: its contact does not open ({}); is key '{}' configured?",
          claimed.notice().id(),
          claimed.notice().appealId(),
          e.getMessage(),
          sealed.keyId());
      return later(claimed, Problem.CONTACT_UNOPENABLE, 0);
    }
    if (contact.email() == null || contact.email().isBlank()) {
      return new Suppressed(Reason.NO_ADDRESS);
    }
    return switch (mailer.send(claimed.notice(), contact)) {
      case Accepted() -> new Sent();
      case Unclear() -> new Unknown();
      case RefusedForGood(int status) -> new Failed(status);
      case RefusedForNow(int status) ->
          claimed.underWay().compareTo(properties.giveUpAfter()) < 0
              ? later(claimed, Problem.MAIL_SERVER, status)
              : new Failed(status);
    };
  }

  private Later later(ClaimedNotice claimed, Problem problem, int smtpStatus) {
    return new Later(
        problem,
        smtpStatus,
        Pauses.after(
            claimed.notice().id(),
            claimed.attempt(),
            properties.firstPause(),
            properties.longestPause()));
  }
}
