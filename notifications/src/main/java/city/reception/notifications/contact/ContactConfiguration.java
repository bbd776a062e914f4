package city.reception.notifications.contact;

import city.reception.events.contact.ContactSeal;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

  /** The seal, for opening only: whichever of the keys it would seal with does not matter here. */
  @Bean
  ContactSeal contactSeal(ContactProperties properties) {
    Map<String, SecretKey> keys = new HashMap<>();
    properties.sealingKeys().forEach((id, base64) -> keys.put(id, key(id, base64)));
    return new ContactSeal(keys, keys.keySet().iterator().next());
  }

  private static SecretKey key(String id, String base64) {
    try {
      return ContactSeal.key(base64);
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message may quote the key.
      throw new IllegalStateException(
          "reception.notifications.sealing-keys." + id + " is not the Base64 of 32 bytes");
    }
  }
}
