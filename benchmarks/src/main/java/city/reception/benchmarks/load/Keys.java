package city.reception.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.reception.events.AppealId;
import java.util.SplittableRandom;

/** Idempotency keys that look random and can be made again from their number. */
public final class Keys {

  /** The length of a key. */
  static final int LENGTH = 32;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);
  private static final int DIGITS_OF_LONG = 16;
  private static final int BITS = 4;

  private final long seed;

  public Keys(long seed) {
    this.seed = seed;
  }

  /** Writes key number {@code index} to {@code target} from {@code offset} on. */
  void write(long index, byte[] target, int offset) {
    SplittableRandom random = new SplittableRandom(seed + index);
    for (int word = 0; word < LENGTH / DIGITS_OF_LONG; word++) {
      long bits = random.nextLong();
      for (int i = 0; i < DIGITS_OF_LONG; i++) {
        target[offset + word * DIGITS_OF_LONG + i] = DIGITS[(int) (bits >>> (i * BITS)) & 0xf];
      }
    }
  }

  public String key(long index) {
    byte[] text = new byte[LENGTH];
    write(index, text, 0);
    return new String(text, US_ASCII);
  }

  /** The appeal that key number {@code index} stands for on the public channel. */
  public AppealId appeal(long index) {
    return AppealId.of("portal", key(index));
  }
}
