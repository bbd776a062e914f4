package city.reception.intake.trackingcode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.reception.events.AppealId;
import city.reception.intake.secrets.Secrets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/**
 * Makes and checks tracking codes: {@code <key id>-<10 bytes of the body's digest>-<10 bytes of
 * HMAC-SHA-256 over appeal id and digest part>}, the last two in Crockford's Base32. Equal
 * submissions get the equal code, from every instance and at every time, while the signing key
 * stays; a code is good while its key is configured.
 */
@Component
public final class TrackingCodes {

  private static final Pattern KEY_ID = Pattern.compile("[a-z0-9]{1,16}");
  private static final int PART_BYTES = 10;
  private static final int LONGEST = 64;

  private final Map<String, KeyedHash> keys = new HashMap<>();
  private final String signingKeyId;

  TrackingCodes(Secrets secrets) {
    secrets
        .tracking()
        .byId()
        .forEach((id, key) -> {
          if (!KEY_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                "the id of a tracking key has 1 to 16 lower-case Latin letters and digits");
          }
          if (keys.put(Crockford.fold(id), new KeyedHash(key)) != null) {
            throw new IllegalArgumentException("the ids of two tracking keys read the same");
          }
        });
    this.signingKeyId = Crockford.fold(secrets.tracking().currentId());
  }

  /** The code for an appeal with that body. */
  public String issue(AppealId appeal, BodyDigest digest) {
    byte[] part = digest.part();
    KeyedHash key = Objects.requireNonNull(keys.get(signingKeyId));
    return signingKeyId
        + "-"
        + Crockford.encode(part)
        + "-"
        + Crockford.encode(signature(key, appeal, part));
  }

  /**
   * Checks a code as a person may have typed it: case does not matter, nor O for 0, I and L for 1.
   * Empty when it is not a code of that appeal, whatever the reason.
   */
  public Optional<TrackingCode> verify(AppealId appeal, String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String[] parts = Crockford.fold(text.strip()).split("-", -1);
    KeyedHash key = parts.length == 3 ? keys.get(parts[0]) : null;
    if (key == null) {
      return Optional.empty();
    }
    Optional<byte[]> digestPart = Crockford.decode(parts[1], PART_BYTES);
    Optional<byte[]> signature = Crockford.decode(parts[2], PART_BYTES);
    return digestPart
        .filter(part ->
            signature.isPresent()
                && MessageDigest.isEqual(signature.get(), signature(key, appeal, part)))
        .map(TrackingCode::new);
  }

  private static byte[] signature(KeyedHash key, AppealId appeal, byte[] digestPart) {
    Mac mac = key.begin();
    mac.update(appeal.toString().getBytes(US_ASCII));
    mac.update(digestPart);
    return Arrays.copyOf(mac.doFinal(), PART_BYTES);
  }
}
