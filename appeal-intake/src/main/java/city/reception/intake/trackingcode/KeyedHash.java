package city.reception.intake.trackingcode;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256 under one key, looked up and given its key once; each message starts from a copy, so
 * this is safe for use by many threads.
 */
public final class KeyedHash {

  private final Mac keyed;

  public KeyedHash(SecretKey key) {
    try {
      keyed = Mac.getInstance("HmacSHA256");
      keyed.init(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  /** A computation of its own, with nothing in it yet. */
  public Mac begin() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's HMAC-SHA-256 can be copied", e);
    }
  }
}
