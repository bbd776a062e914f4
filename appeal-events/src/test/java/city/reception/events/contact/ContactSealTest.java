package city.reception.events.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.AppealId;
import city.reception.events.SealedContact;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
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

  @Test
  void aBoxOfAnotherVersionsMakingIsRefusedWithoutQuotingIt() throws GeneralSecurityException {
    ContactSeal seal = new ContactSeal(Map.of("old", OLD), "old");

    for (String inside : List.of("null", "[]", "{\"email\":[\"ivan@example.org\"]}", "ivan@")) {
      assertThatThrownBy(() -> seal.open(APPEAL, sealedByHand(inside)))
          .isInstanceOf(ContactSeal.UnopenableContactException.class)
          .hasMessageNotContaining("ivan")
          .hasNoCause();
    }
  }

  @Test
  void aChangedKeyIdOrAChangedByteDoesNotOpen() {
    ContactSeal seal = new ContactSeal(Map.of("old", OLD, "new", NEW), "old");
    SealedContact sealed = seal.seal(APPEAL, CONTACT);
    byte[] box = Base64.getDecoder().decode(sealed.box());

    assertThatThrownBy(() -> seal.open(APPEAL, new SealedContact("new", sealed.box())))
        .isInstanceOf(ContactSeal.UnopenableContactException.class);
    for (int i = 0; i < box.length; i++) {
      byte[] changed = box.clone();
      changed[i] ^= 1;
      SealedContact damaged = new SealedContact("old", Base64.getEncoder().encodeToString(changed));
      assertThatThrownBy(() -> seal.open(APPEAL, damaged))
          .isInstanceOf(ContactSeal.UnopenableContactException.class);
    }
  }

  @Test
  void aKeyIsTheBase64Of32BytesAndIsNeverQuoted() {
    for (String wrong : List.of("", "AAAA", "se cret", "!")) {
      assertThatThrownBy(() -> ContactSeal.key(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a sealing key is the Base64 of 32 bytes")
          .hasNoCause();
    }
    assertThatThrownBy(() -> new ContactSeal(Map.of("old", OLD), "new"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aContactIsNeverPrinted() {
    assertThat(CONTACT).hasToString("Contact[sealed]");
  }

  /** What any holder of the key could make, by the promise of {@link SealedContact}. */
  private static SealedContact sealedByHand(String inside) throws GeneralSecurityException {
    byte[] nonce = new byte[12];
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, OLD, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(APPEAL.toString().getBytes(UTF_8));
    byte[] sealed = cipher.doFinal(inside.getBytes(UTF_8));
    byte[] box = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return new SealedContact("old", Base64.getEncoder().encodeToString(box));
  }

  private static SecretKey key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return ContactSeal.key(Base64.getEncoder().encodeToString(bytes));
  }
}
