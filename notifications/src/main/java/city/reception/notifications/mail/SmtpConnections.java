package city.reception.notifications.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Connections to the mail server. One that took a mail waits a while for the next, since greeting,
 * encryption and signing in cost more than a mail does.
 */
@Component
class SmtpConnections implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(SmtpConnections.class);

  /** A server waits five minutes at least (RFC 5321, section 4.5.3.2.7). */
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(5);

  /** So that a change of addresses or certificates is noticed, and one server of several rests. */
  private static final int MOST_MAILS = 100;

  private final JavaMailSenderImpl server;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  SmtpConnections(JavaMailSenderImpl server) {
    this.server = server;
  }

  /**
   * A dialogue with the mail server.
   *
   * @param mails how many it took
   * @param since when it took the last one, by {@link System#nanoTime}
   */
  record Connection(SMTPTransport transport, int mails, long since) {}

  /**
   * The one used last, if it still lives; the others are older, and close with it if it does not.
   */
  @Nullable Connection idle() {
    Connection connection = idle.pollFirst();
    if (connection == null || connection.transport().isConnected()) {
      return connection;
    }
    closeAll();
    return null;
  }

  /** One that is not connected yet. */
  Connection fresh() throws MessagingException {
    String protocol = server.getProtocol() == null ? "smtp" : server.getProtocol();
    SMTPTransport transport = (SMTPTransport) server.getSession().getTransport(protocol);
    return new Connection(transport, 0, System.nanoTime());
  }

  /** Connects. */
  void connect(Connection fresh) throws MessagingException {
    fresh
        .transport()
        .connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
  }

  /** Gives back one that has just taken a mail. */
  void tookMail(Connection connection) {
    int mails = connection.mails() + 1;
    if (mails < MOST_MAILS && !closed) {
      idle.addFirst(new Connection(connection.transport(), mails, System.nanoTime()));
    } else {
      close(connection);
    }
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  void closeIdle() {
    long now = System.nanoTime();
    for (Iterator<Connection> each = idle.descendingIterator(); each.hasNext(); ) {
      Connection connection = each.next();
      if (now - connection.since() > LONGEST_IDLE.toNanos() && idle.remove(connection)) {
        close(connection);
      }
    }
  }

  @Override
  public void destroy() {
    closed = true;
    closeAll();
  }

  private void closeAll() {
    for (Connection one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
      close(one);
    }
  }

  /** Says goodbye, and lets nobody wait for the reply. */
  void close(Connection connection) {
    Thread.ofVirtual()
        .name("farewell")
        .start(() -> {
          try {
            connection.transport().close();
          } catch (MessagingException | RuntimeException e) {
            // All that matters is known already; a farewell that fails does not change it.
            log.debug("the mail server did not say goodbye");
          }
        });
  }
}
