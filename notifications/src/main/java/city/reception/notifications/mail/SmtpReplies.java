package city.reception.notifications.mail;

import city.reception.notifications.delivery.Mailer.Result;
import city.reception.notifications.delivery.Mailer.Result.RefusedForGood;
import city.reception.notifications.delivery.Mailer.Result.RefusedForNow;
import city.reception.notifications.delivery.Mailer.Result.Unclear;
import jakarta.mail.MessagingException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a failed dialogue with the mail server means for the mail (RFC 5321, section 4.2). */
final class SmtpReplies {

  /** Replies that speak of us and not of the mail: how we sign in, and over what line. */
  private static final Set<Integer> OUR_FAULT = Set.of(530, 534, 535, 538);

  private SmtpReplies() {}

  /** The mail server did not let us begin. That says nothing of the mail. */
  static Result beforeMail(int status) {
    return new RefusedForNow(refusal(status));
  }

  /**
   * A failure after the mail server let us begin.
   *
   * @param begun whether the content began to go out; then only the mail server's own refusal tells
   *     that it does not have the mail
   * @param lastStatus the last reply on the connection
   */
  static Result duringMail(Exception failure, boolean begun, int lastStatus) {
    SMTPSendFailedException command = find(failure, SMTPSendFailedException.class);
    SMTPAddressFailedException address = find(failure, SMTPAddressFailedException.class);
    if (begun) {
      int status = command == null ? 0 : refusal(command.getReturnCode());
      return status == 0 ? new Unclear() : refused(status, true);
    }
    int status =
        address != null
            ? address.getReturnCode()
            : command != null ? command.getReturnCode() : lastStatus;
    boolean ofTheMail = address != null || (command != null && !isMailFrom(command));
    return refused(refusal(status), ofTheMail);
  }

  /** A refusal of the sender is a matter of configuration, except for a mail that is too large. */
  private static boolean isMailFrom(SMTPSendFailedException failure) {
    return failure.getCommand() != null
        && failure.getCommand().startsWith("MAIL")
        && failure.getReturnCode() != 552;
  }

  private static Result refused(int status, boolean ofTheMail) {
    return status >= 500 && ofTheMail && !OUR_FAULT.contains(status)
        ? new RefusedForGood(status)
        : new RefusedForNow(status);
  }

  /** The code if it is a refusal, else 0. */
  private static int refusal(int status) {
    return status >= 400 && status < 600 ? status : 0;
  }

  private static <T extends Exception> @Nullable T find(Exception failure, Class<T> type) {
    Exception current = failure;
    for (int depth = 0; current != null && depth < 10; depth++) {
      if (type.isInstance(current)) {
        return type.cast(current);
      }
      current = current instanceof MessagingException mail ? mail.getNextException() : null;
    }
    return null;
  }
}
