package city.reception.intake.secrets;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secrets, each the Base64 of 32 random bytes. None has a default; {@link Secrets} says what is
 * missing.
 *
 * @param sealingKeys the keys that seal contacts, by id; shared with notifications
 * @param sealingKeyId the one to seal with
 * @param trackingKeys the keys that sign tracking codes, by id; a code lives as long as its key is
 *     here
 * @param trackingKeyId the one to sign new codes with
 * @param digestKey the key of the digests over bodies; never changed, since a changed one makes
 *     every repeat look like another body
 */
@ConfigurationProperties("reception.intake.secrets")
record SecretsProperties(
    @DefaultValue Map<String, String> sealingKeys,
    @Nullable String sealingKeyId,
    @DefaultValue Map<String, String> trackingKeys,
    @Nullable String trackingKeyId,
    @Nullable String digestKey) {

  @Override
  public String toString() {
    return "SecretsProperties[secret]";
  }
}
