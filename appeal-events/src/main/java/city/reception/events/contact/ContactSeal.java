package city.reception.events.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.AppealId;
import city.reception.events.SealedContact;
import city.reception.events.codec.EventJson;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals contacts with AES-256-GCM (NIST SP 800-38D), a random 96-bit nonce each, the appeal's id as
 * associated data: a box moved to another appeal does not open. A new key is rolled out in two
 * steps, to every holder first and as the sealing key second; an old one stays until its last box
 * is gone.
 */
public final class ContactSeal {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final JsonMapper json = EventJson.mapper();
  private final Map<String, SecretKey> keys;
  private final String sealingKeyId;

  /**
   * @param keys every key that may be needed, by its id
   * @param sealingKeyId the one to seal with
   * @throws IllegalArgumentException when it is not among the keys
   */
  public ContactSeal(Map<String, SecretKey> keys, String sealingKeyId) {
    if (!keys.containsKey(sealingKeyId)) {
      throw new IllegalArgumentException("no key with the id of the sealing key");
    }
    this.keys = Map.copyOf(keys);
    this.sealingKeyId = sealingKeyId;
  }

  /**
   * Reads a key as configuration holds it.
   *
   * @throws IllegalArgumentException when it is not the Base64 of 32 bytes
   */
  public static SecretKey key(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      bytes = new byte[0]; // the decoder's message quotes a character of the secret
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("a sealing key is the Base64 of 32 bytes");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** Seals a contact for one appeal. */
  public SealedContact seal(AppealId appeal, Contact contact) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, sealingKeyId, nonce, appeal);
      byte[] sealed = cipher.doFinal(json.writeValueAsBytes(contact));
      byte[] box = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return new SealedContact(sealingKeyId, Base64.getEncoder().encodeToString(box));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * Opens what was sealed for one appeal.
   *
   * @throws UnopenableContactException when the key is unknown, or the box is damaged or another's
   */
  public Contact open(AppealId appeal, SealedContact sealed) {
    try {
      byte[] box = Base64.getDecoder().decode(sealed.box());
      if (box.length <= NONCE_BYTES) {
        throw new UnopenableContactException("the box is too short", null);
      }
      byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, appeal);
      return contact(cipher.doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnopenableContactException("the box does not open", e);
    }
  }

  private Contact contact(byte[] opened) {
    @Nullable Contact contact;
    try {
      contact = json.readValue(opened, Contact.class);
    } catch (JacksonException e) {
      contact = null; // not as the cause: its message quotes the contact
    }
    if (contact == null) {
      throw new UnopenableContactException("the box holds no contact", null);
    }
    return contact;
  }

  private Cipher cipher(int mode, String keyId, byte[] nonce, AppealId appeal)
      throws GeneralSecurityException {
    SecretKey key = keys.get(keyId);
    if (key == null) {
      throw new UnopenableContactException("no key with the id of the box", null);
    }
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(appeal.toString().getBytes(UTF_8));
    return cipher;
  }

  /** A contact that cannot be read. The message holds nothing of it. */
  public static final class UnopenableContactException extends RuntimeException {
    UnopenableContactException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
