package city.reception.events.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.AppealId;
import city.reception.events.SealedContact;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

class ContactSealTest {

  private static final AppealId APPEAL = AppealId.of("portal", "key-0123456789abcdef");
  private static final SecretKey OLD = key(1);
  private static final SecretKey NEW = key(2);
  private static final Contact CONTACT =
      new Contact("ivan@example.org", null, "Москва", "ru", "k1-CODE");

  @Test
  void aBoxOpensForItsAppealAlone() {
    ContactSeal seal = new ContactSeal(Map.of("old", OLD), "old");
    SealedContact box = seal.seal(APPEAL, CONTACT);

    assertThat(seal.open(APPEAL, box)).isEqualTo(CONTACT);
    assertThatThrownBy(() -> seal.open(AppealId.of("portal", "another-key-0123456"), box))
        .isInstanceOf(ContactSeal.UnopenableContactException.class);
  }

  @Test
  void theSameContactIsSealedDifferentlyEachTime() {
    ContactSeal seal = new ContactSeal(Map.of("old", OLD), "old");

    assertThat(seal.seal(APPEAL, CONTACT)).isNotEqualTo(seal.seal(APPEAL, CONTACT));
  }

  @Test
  void keysAreReplacedWithoutAPauseAndAWithdrawnKeyOpensNothing() {
    SealedContact before = new ContactSeal(Map.of("old", OLD), "old").seal(APPEAL, CONTACT);
    ContactSeal during = new ContactSeal(Map.of("old", OLD, "new", NEW), "new");
    SealedContact after = during.seal(APPEAL, CONTACT);

    assertThat(during.open(APPEAL, before)).isEqualTo(CONTACT);
    assertThat(after.keyId()).isEqualTo("new");
    assertThatThrownBy(() -> new ContactSeal(Map.of("new", NEW), "new").open(APPEAL, before))
        .isInstanceOf(ContactSeal.UnopenableContactException.class);
  }

  @Test
  void aDamagedBoxDoesNotOpenAndTheErrorHoldsNothingOfIt() {
    ContactSeal seal = new ContactSeal(Map.of("old", OLD), "old");

    assertThatThrownBy(() -> seal.open(APPEAL, new SealedContact("old", "AAAA")))
        .isInstanceOf(ContactSeal.UnopenableContactException.class);
    assertThatThrownBy(() -> seal.open(APPEAL, new SealedContact("old", "не Base64")))
        .isInstanceOf(ContactSeal.UnopenableContactException.class)
        .hasMessageNotContaining("не Base64");
  }

  private static SecretKey key(int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return ContactSeal.key(Base64.getEncoder().encodeToString(bytes));
  }
}
