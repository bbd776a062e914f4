package city.reception.intake.submission;

import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.EventId;
import city.reception.events.IntakeEvent;
import city.reception.events.codec.Envelope;
import city.reception.events.contact.Contact;
import city.reception.events.contact.ContactSeal;
import city.reception.intake.channel.Channel;
import city.reception.intake.trackingcode.BodyDigest;
import city.reception.starter.traces.Traces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Makes the event of a submission, its contact sealed. A repeat with the same body is the same
 * event, another body under the same key is another event, which the router refuses.
 */
@Component
final class EventMaker {

  private static final String DEFAULT_LOCALE = "ru";

  private final ContactSeal seal;
  private final Traces traces;
  private final Clock clock;

  EventMaker(ContactSeal seal, Traces traces, Clock clock) {
    this.seal = seal;
    this.traces = traces;
    this.clock = clock;
  }

  Envelope<IntakeEvent> received(
      AppealId appeal,
      Channel channel,
      Submission submission,
      BodyDigest digest,
      String trackingCode) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Submission.Reach reach = submission.contact();
    Contact contact =
        new Contact(
            reach.email(),
            reach.phone(),
            reach.postalAddress(),
            Objects.requireNonNullElse(reach.locale(), DEFAULT_LOCALE),
            trackingCode);
    AppealReceived event =
        new AppealReceived(
            appeal,
            channel.name(),
            submission.kind(),
            submission.applicant(),
            submission.addressee(),
            submission.subject(),
            submission.text(),
            submission.location(),
            submission.receivedOn(),
            now,
            seal.seal(appeal, contact),
            channel.identityAssurance(),
            submission.initiativeDirection());
    return new Envelope<>(
        EventId.derived("received", appeal.toString(), digest.text()),
        AppealLog.SOURCE,
        now,
        event,
        traces.current(),
        digest.text());
  }
}
