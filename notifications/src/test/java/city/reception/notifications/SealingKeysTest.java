package city.reception.notifications;

import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.reception.events.NoticeSent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SealingKeysTest {

  private static final String KEYS = "--reception.notifications.sealing-keys.";

  private final Reception reception = new Reception();
  private final Mailboxes mailboxes = new Mailboxes();

  @AfterEach
  void stop() {
    reception.close();
    mailboxes.close();
  }

  @Test
  void boxesOfTheOldAndTheNewKeyOpenAndOneOfAnUnknownKeyWaitsForIt() {
    AppealOfTest old = anAppeal();
    AppealOfTest recent = anAppeal();
    ConfigurableApplicationContext before =
        reception.start(mailboxes.port(), KEYS + "one=" + Reception.KEY_ONE);

    isRegistered(recent, "two", Reception.KEY_TWO);
    isRegistered(old, "one", Reception.KEY_ONE);

    await().until(() -> reception.statesOf(old).equals(List.of("SENT")));
    await()
        .until(() ->
            reception
                .query("select problem from notice where appeal_id = ?", recent.id().value())
                .equals(List.of("CONTACT_UNOPENABLE")));
    assertThat(mailboxes.of(recent)).isEmpty();
    before.close();

    AppealOfTest another = anAppeal();
    reception.start(
        mailboxes.port(), KEYS + "one=" + Reception.KEY_ONE, KEYS + "two=" + Reception.KEY_TWO);
    isRegistered(another, "one", Reception.KEY_ONE);

    await().until(() -> mailboxes.of(recent).size() == 1 && mailboxes.of(another).size() == 1);
    await().until(() -> reception.deliveriesOf(recent).size() == 1);
    assertThat(reception.deliveriesOf(recent).getFirst().event()).isInstanceOf(NoticeSent.class);
  }

  @Test
  void withoutAKeyItRefusesToStartAndSaysWhatToSet() {
    assertThatThrownBy(() -> reception.start(mailboxes.port(), KEYS + "one=dG9vIHNob3J0"))
        .rootCause()
        .hasMessage("reception.notifications.sealing-keys.one is not the Base64 of 32 bytes");
    assertThatThrownBy(
            () -> reception.start(mailboxes.port(), "--reception.notifications.sealing-keys="))
        .hasStackTraceContaining("set reception.notifications.sealing-keys.<id>");
  }

  @Test
  void aLeaseShorterThanTheDialogueIsRefused() {
    assertThatThrownBy(
            () -> reception.start(mailboxes.port(), "--reception.notifications.delivery.lease=1m"))
        .rootCause()
        .hasMessageContaining("longer than reception.notifications.delivery.lease");
  }

  private void isRegistered(AppealOfTest appeal, String keyId, String key) {
    reception.receives(appeal, Reception.seal(keyId, key), appeal.digest());
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
  }
}
