package city.reception.intake.trackingcode;

import java.util.Locale;
import java.util.Optional;

/**
 * Douglas Crockford's Base32: no letter that is read as another, and none of them matters in case.
 * For whole groups of 5 bytes only, so that every text stands for exactly one value.
 */
final class Crockford {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;

  private Crockford() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << Byte.SIZE) | (b & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((buffer >> bits) & 0x1f));
      }
    }
    return text.toString();
  }

  /** The bytes that a folded text stands for; empty when it does not stand for {@code length}. */
  static Optional<byte[]> decode(String folded, int length) {
    if (folded.length() * BITS != length * Byte.SIZE) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    int buffer = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < folded.length(); i++) {
      int digit = ALPHABET.indexOf(folded.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      buffer = (buffer << BITS) | digit;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes[next++] = (byte) (buffer >> bits);
      }
    }
    return Optional.of(bytes);
  }

  /** Upper case, with what is read as a digit made one. */
  static String fold(String text) {
    return text.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
  }
}
