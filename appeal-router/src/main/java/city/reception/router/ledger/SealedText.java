package city.reception.router.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * A text that may have to be erased one day, with the salt of its digest. Where both are gone, the
 * digest alone tells nothing of the text: nobody can try which text it may have been.
 */
// Written once and never compared.
@SuppressWarnings("ArrayRecordComponent")
record SealedText(byte[] utf8, byte[] salt) {

  static final int SALT_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** With a salt of its own. */
  static SealedText of(byte[] utf8) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new SealedText(utf8, salt);
  }

  static SealedText of(String text) {
    return of(text.getBytes(UTF_8));
  }

  String text() {
    return new String(utf8, UTF_8);
  }

  /** SHA-256 over the salt and the text in UTF-8. */
  byte[] digest() {
    MessageDigest sha256 = JournalDigest.sha256();
    sha256.update(salt);
    return sha256.digest(utf8);
  }
}
