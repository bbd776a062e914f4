package city.reception.notifications.mail;

import city.reception.events.contact.Contact;
import city.reception.notifications.delivery.Mailer;
import city.reception.notifications.delivery.Mailer.Result.Accepted;
import city.reception.notifications.delivery.Mailer.Result.RefusedForGood;
import city.reception.notifications.delivery.Mailer.Result.RefusedForNow;
import city.reception.notifications.mail.SmtpConnections.Connection;
import city.reception.notifications.notice.PlannedNotice;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends by SMTP (RFC 5321). It drives the dialogue itself, since what matters here is at which step
 * it failed.
 */
@Component
class SmtpMailer implements Mailer {

  private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** RFC 5322, section 3.3. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

  static {
    // Without a name Jakarta Mail asks every jar for its streams, several times a mail.
    String streams = StreamProvider.class.getName();
    if (System.getProperty(streams) == null) {
      System.setProperty(streams, MailStreamProvider.class.getName());
    }
  }

  private final JavaMailSenderImpl server;
  private final SmtpConnections connections;
  private final LetterWriter letters;
  private final MailProperties properties;

  SmtpMailer(
      JavaMailSenderImpl server,
      SmtpConnections connections,
      LetterWriter letters,
      MailProperties properties) {
    this.server = server;
    this.connections = connections;
    this.letters = letters;
    this.properties = properties;
  }

  @Override
  public Result send(PlannedNotice notice, Contact contact) {
    InternetAddress to;
    try {
      to = address(contact.email());
    } catch (AddressException | IllegalArgumentException e) {
      log.warn("notice {} has no usable address", notice.id());
      return new RefusedForGood(0);
    }
    NoticeMessage message =
        compose(server.getSession(), notice, letters.write(notice, contact), to);
    try {
      return dispatch(message);
    } catch (MessagingException e) {
      // Whatever it was, the mail has not gone: all that comes later is handled where it happens.
      return new RefusedForNow(0);
    }
  }

  private Result dispatch(NoticeMessage message) throws MessagingException {
    Connection idle = connections.idle();
    Connection connection = idle == null ? connections.fresh() : idle;
    SMTPTransport transport = connection.transport();
    boolean tookMail = false;
    try {
      if (idle == null) {
        try {
          connections.connect(connection);
        } catch (MessagingException e) {
          return SmtpReplies.beforeMail(transport.getLastReturnCode());
        }
      }
      try {
        transport.sendMessage(message, message.getAllRecipients());
      } catch (MessagingException | RuntimeException e) {
        return SmtpReplies.duringMail(e, message.hasBegun(), transport.getLastReturnCode());
      }
      tookMail = true;
      return new Accepted();
    } finally {
      if (tookMail) {
        connections.tookMail(connection);
      } else {
        connections.close(connection);
      }
    }
  }

  private NoticeMessage compose(
      Session session, PlannedNotice notice, Letter letter, InternetAddress to) {
    NoticeMessage message =
        new NoticeMessage(session, "<" + notice.id() + "@" + properties.messageIdDomain() + ">");
    try {
      message.setFrom(new InternetAddress(properties.from(), letter.sender(), UTF_8));
      message.setRecipient(MimeMessage.RecipientType.TO, to);
      message.setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), UTF_8);
      message.setHeader("Date", DATE.format(ZonedDateTime.now(properties.zone())));
      // RFC 3834: no vacation reply answers to this.
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setContent(
          new MimeMultipart(
              "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
      message.saveChanges();
      return message;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new MailPreparationException("the mail of notice " + notice.id(), e);
    }
  }

  /** In base64: quoted-printable, which English words would get, takes much longer to write. */
  private static MimeBodyPart part(String words, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(words, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /**
   * Exactly one plain mailbox in ASCII; a domain in other letters goes as Punycode (RFC 5890), a
   * local part in other letters is not supported (RFC 6531 is not).
   */
  private static InternetAddress address(@Nullable String email) throws AddressException {
    String trimmed = email == null ? "" : email.strip();
    int at = trimmed.lastIndexOf('@');
    if (at < 1) {
      throw new AddressException("no mailbox");
    }
    String ascii = trimmed.substring(0, at + 1) + IDN.toASCII(trimmed.substring(at + 1));
    InternetAddress address = new InternetAddress(ascii, true);
    boolean plain = ascii.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!plain || address.isGroup() || !ascii.equals(address.getAddress())) {
      throw new AddressException("not one plain mailbox");
    }
    return address;
  }
}
