package city.reception.intake.secrets;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secrets, read and checked. Nothing of them is ever printed. */
public final class Secrets {

  private static final String PREFIX = "reception.intake.secrets.";
  private static final int KEY_BYTES = 32;

  private final Keys sealing;
  private final Keys tracking;
  private final SecretKey digest;

  /**
   * Reads them.
   *
   * @throws SecretsUnfitException naming every one that is missing or malformed
   */
  Secrets(SecretsProperties properties) {
    List<String> findings = new ArrayList<>();
    sealing =
        keys("sealing-key", "AES", properties.sealingKeys(), properties.sealingKeyId(), findings);
    tracking =
        keys(
            "tracking-key",
            "HmacSHA256",
            properties.trackingKeys(),
            properties.trackingKeyId(),
            findings);
    digest = key(PREFIX + "digest-key", "HmacSHA256", properties.digestKey(), findings);
    if (!findings.isEmpty()) {
      throw new SecretsUnfitException(findings);
    }
  }

  /** The keys that seal contacts. */
  public Keys sealing() {
    return sealing;
  }

  /** The keys that sign tracking codes. */
  public Keys tracking() {
    return tracking;
  }

  /** The key of the digests over bodies. */
  public SecretKey digest() {
    return digest;
  }

  /**
   * Keys by their ids.
   *
   * @param currentId the one that new things are made with
   */
  public record Keys(Map<String, SecretKey> byId, String currentId) {
    public Keys {
      byId = Map.copyOf(byId);
    }

    @Override
    public String toString() {
      return "Keys" + byId.keySet();
    }
  }

  private static Keys keys(
      String name,
      String algorithm,
      Map<String, String> values,
      @Nullable String currentId,
      List<String> findings) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    values.forEach(
        (id, value) -> keys.put(id, key(PREFIX + name + "s." + id, algorithm, value, findings)));
    if (keys.isEmpty()) {
      findings.add(PREFIX + name + "s holds no key");
    }
    if (currentId == null || !keys.containsKey(currentId)) {
      findings.add(PREFIX + name + "-id names none of the keys");
    }
    return new Keys(keys, currentId == null ? "" : currentId);
  }

  private static SecretKey key(
      String name, String algorithm, @Nullable String base64, List<String> findings) {
    byte[] bytes = new byte[0];
    try {
      bytes = base64 == null ? bytes : Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Falls through to the one finding: a secret's content is not described any closer.
    }
    if (bytes.length != KEY_BYTES) {
      findings.add(name + " is not the Base64 of " + KEY_BYTES + " bytes");
      bytes = new byte[KEY_BYTES];
    }
    return new SecretKeySpec(bytes, algorithm);
  }
}
