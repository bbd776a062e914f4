package city.reception.intake.secrets;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Secrets for tests. */
public final class TestSecrets {

  private TestSecrets() {}

  /** Secrets whose tracking keys are filled with the given bytes. */
  public static Secrets withTrackingKeys(String signing, Map<String, Integer> keys) {
    return new Secrets(
        new SecretsProperties(
            Map.of("s1", key(7)),
            "s1",
            keys.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> key(e.getValue()))),
            signing,
            key(9)));
  }

  static String key(int filling) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) filling);
    return Base64.getEncoder().encodeToString(key);
  }
}
