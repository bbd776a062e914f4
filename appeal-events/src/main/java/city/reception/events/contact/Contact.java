package city.reception.events.contact;

import org.jspecify.annotations.Nullable;

/**
 * The ways to answer a resident, and the code with which they look up their appeal. Never on a
 * topic or in a table but under the seal.
 *
 * @param locale a language tag (BCP 47); {@code ru} where the resident chose none
 * @param trackingCode what opens the appeal's tracking page
 */
public record Contact(
    @Nullable String email,
    @Nullable String phone,
    @Nullable String postalAddress,
    String locale,
    String trackingCode) {

  /** Nothing of a contact belongs in a log. */
  @Override
  public String toString() {
    return "Contact[sealed]";
  }
}
