package city.reception.notifications.delivery;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Calls a person when a notice waits too long for its contact. It is still sent when that comes.
 */
@Component
class ContactAlert {

  private static final Logger log = LoggerFactory.getLogger(ContactAlert.class);

  private final Backlog backlog;

  ContactAlert(Backlog backlog) {
    this.backlog = backlog;
  }

  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void raise() {
    for (UUID notice : backlog.newlyMissing()) {
      log.error(
          "notice {} waits for its contact: look for its appeal in the dead letters of"
              + " appeals.received.v1 and appeals.status-changed.v1",
          notice);
    }
  }
}
