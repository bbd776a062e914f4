package city.reception.intake.trackingcode;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * A genuine code of an appeal: it was made here, for that appeal and for a body whose digest begins
 * with a certain part.
 */
public final class TrackingCode {

  private final byte[] digestPart;

  TrackingCode(byte[] digestPart) {
    this.digestPart = digestPart;
  }

  /**
   * Whether the code was made for that body. A code made for another body under the same key opens
   * nothing of this one.
   */
  public boolean isFor(BodyDigest digest) {
    return MessageDigest.isEqual(digestPart, digest.part());
  }

  /** Whether it may be for a body of which only the digest's first 64 bits are known. */
  public boolean mayBeFor(long digestHead) {
    return ByteBuffer.wrap(digestPart).getLong() == digestHead;
  }
}
