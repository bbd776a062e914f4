package city.reception.intake.trackingcode;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * The digest of one submission's body, keyed, so that nobody without the key can test guesses of
 * what the body held. Travels as {@code ce_bodydigest}.
 */
public final class BodyDigest {

  private static final int BYTES = 32;
  private static final int PART_BYTES = 10;

  private final byte[] bytes;

  /** A digest of 32 bytes. */
  public BodyDigest(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a body's digest has " + BYTES + " bytes");
    }
    this.bytes = bytes.clone();
  }

  /**
   * Reads the form in which it travels.
   *
   * @throws IllegalArgumentException when it is not such a digest
   */
  public static BodyDigest parse(String text) {
    return new BodyDigest(Base64.getUrlDecoder().decode(text));
  }

  /** The form in which it travels: Base64url without padding (RFC 4648, section 5). */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The beginning that a tracking code carries. */
  byte[] part() {
    return Arrays.copyOf(bytes, PART_BYTES);
  }

  /** The first 64 bits: enough to tell two bodies apart, compact enough to keep many of. */
  public long head() {
    return ByteBuffer.wrap(bytes).getLong();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BodyDigest that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
