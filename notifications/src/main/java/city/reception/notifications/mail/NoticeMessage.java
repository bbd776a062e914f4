package city.reception.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A mail whose {@code Message-ID} follows from its notice, and which knows whether its content
 * began to go out: from then on the mail server may have it, whatever happens to the connection.
 */
final class NoticeMessage extends MimeMessage {

  private static final int ROOM = 8192;

  private final String messageId;
  private volatile boolean begun;

  NoticeMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  boolean hasBegun() {
    return begun;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    // The encoders write byte by byte, which is dear where each goes through the mail's own stream.
    ByteArrayOutputStream content = new ByteArrayOutputStream(ROOM);
    super.writeTo(content, ignored);
    begun = true;
    content.writeTo(out);
  }
}
