package city.reception.notifications.contact;

import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How contacts are opened and for how long they are kept.
 *
 * @param sealingKeys the keys that intake seals with, each the Base64 of 32 bytes, by its id. A new
 *     key comes here before intake seals with it; an old one stays until its last contact is gone
 * @param contactKept how long after a closed case's last notice the contact is erased
 * @param unregisteredKept how long a contact is kept whose appeal was never registered; longer than
 *     the contact's record can come back, from its topic or from the dead letters
 */
@Validated
@ConfigurationProperties("reception.notifications")
public record ContactProperties(
    @DefaultValue
        @NotEmpty(
            message =
                "there is no sealing key: set reception.notifications.sealing-keys.<id> to the"
                    + " Base64 of 32 bytes, the same keys as intake's")
        Map<String, String> sealingKeys,
    @DefaultValue("35d") Duration contactKept,
    @DefaultValue("90d") Duration unregisteredKept) {

  /** The keys belong in no log. */
  @Override
  public String toString() {
    return "ContactProperties[sealingKeys="
        + sealingKeys.keySet()
        + ", contactKept="
        + contactKept
        + ", unregisteredKept="
        + unregisteredKept
        + "]";
  }
}
