package city.reception.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server and the mails that it took. */
final class Mailboxes implements AutoCloseable {

  private final GreenMail server;

  Mailboxes() {
    this(0);
  }

  Mailboxes(int port) {
    ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    server = new GreenMail(setup);
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** The mails for an appeal's resident, in the order in which they came. */
  List<Mail> of(AppealOfTest appeal) {
    return Arrays.stream(server.getReceivedMessages())
        .map(Mail::new)
        .filter(mail -> mail.to().equals(appeal.email()))
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** One mail. */
  record Mail(MimeMessage message) {

    String to() {
      return header("To");
    }

    String subject() {
      try {
        return message.getSubject();
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    String header(String name) {
      try {
        return String.join(";", message.getHeader(name));
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    String text() {
      return part(0);
    }

    String html() {
      return part(1);
    }

    private String part(int index) {
      try {
        MimeMultipart alternatives = (MimeMultipart) message.getContent();
        BodyPart part = alternatives.getBodyPart(index);
        return (String) part.getContent();
      } catch (MessagingException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
