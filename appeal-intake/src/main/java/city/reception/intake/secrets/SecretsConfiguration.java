package city.reception.intake.secrets;

import city.reception.events.contact.ContactSeal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

  @Bean
  Secrets secrets(SecretsProperties properties) {
    return new Secrets(properties);
  }

  @Bean
  ContactSeal contactSeal(Secrets secrets) {
    return new ContactSeal(secrets.sealing().byId(), secrets.sealing().currentId());
  }
}
