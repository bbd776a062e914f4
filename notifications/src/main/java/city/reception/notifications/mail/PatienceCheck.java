package city.reception.notifications.mail;

import city.reception.notifications.delivery.DeliveryProperties;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where a dialogue with the mail server could outlast the lease on its notice: its
 * outcome would be declared unknown while it still runs.
 */
@Component
class PatienceCheck {

  /**
   * NOOP to a connection that is no more, then greeting, EHLO, STARTTLS, EHLO, up to four for
   * signing in, MAIL, RCPT, DATA, end, and RSET after a refusal.
   */
  private static final int REPLIES = 14;

  PatienceCheck(JavaMailSenderImpl server, DeliveryProperties delivery) {
    String prefix = "mail." + (server.getProtocol() == null ? "smtp" : server.getProtocol()) + ".";
    Properties mail = server.getJavaMailProperties();
    Duration longest =
        timeout(mail, prefix + "connectiontimeout")
            .plus(
                timeout(mail, prefix + "timeout")
                    .plus(timeout(mail, prefix + "writetimeout"))
                    .multipliedBy(REPLIES));
    if (longest.compareTo(delivery.lease()) >= 0) {
      throw new IllegalStateException(
          "a dialogue with the mail server may take "
              + longest
              + ", longer than reception.notifications.delivery.lease ("
              + delivery.lease()
              + "); shorten the timeouts under spring.mail.properties or lengthen the lease");
    }
  }

  private static Duration timeout(Properties mail, String name) {
    String millis = mail.getProperty(name, "");
    if (!millis.matches("[1-9]\\d{0,8}")) {
      throw new IllegalStateException(
          "set spring.mail.properties." + name + " to a number of milliseconds");
    }
    return Duration.ofMillis(Long.parseLong(millis));
  }
}
