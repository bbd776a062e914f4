package city.reception.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.InitiativeDirection;
import city.reception.events.IntakeEvent;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.contact.Contact;
import city.reception.events.contact.ContactSeal;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.LogReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class SubmissionTest {

  @Autowired IntakeClient client;
  @Autowired LogReader log;
  @Autowired ContactSeal seal;

  @Test
  void anAcceptedAppealIsInTheLogWithItsContactSealed() {
    String key = IntakeClient.newKey();
    IntakeClient.Answer answer = client.post(key, Letters.full().toString());

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    String appealId = AppealId.of("portal", key).toString();
    assertThat(answer.text("appealId")).isEqualTo(appealId);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/appeals/" + appealId);
    assertThat(answer.text("receivedAt")).isNotBlank();

    List<Envelope<IntakeEvent>> events = log.events(Topics.RECEIVED, appealId);
    assertThat(events).hasSize(1);
    AppealReceived event = (AppealReceived) events.getFirst().event();
    assertThat(event.channel()).isEqualTo("portal");
    assertThat(event.applicant().name()).isEqualTo("Иванова Мария Петровна");
    assertThat(event.receivedOn()).hasToString("2026-01-15");
    assertThat(event.initiativeDirection()).isEqualTo(InitiativeDirection.NEW_SERVICE);
    Contact contact = seal.open(event.appealId(), event.contact());
    assertThat(contact.email()).isEqualTo("maria@example.org");
    assertThat(contact.locale()).isEqualTo("en");
    assertThat(contact.trackingCode()).isEqualTo(answer.text("trackingCode"));
  }
}
