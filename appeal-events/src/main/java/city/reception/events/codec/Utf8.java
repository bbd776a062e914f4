package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Strict UTF-8 (RFC 3629) at the speed of the lenient. */
final class Utf8 {

  /** What the lenient decoder puts in place of what it cannot read. */
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * The text that the bytes are.
   *
   * @throws CharacterCodingException when they are not UTF-8
   */
  static String decode(byte[] bytes) throws CharacterCodingException {
    String text = new String(bytes, UTF_8);
    // Somebody may have written it, so the strict decoder has the last word.
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
