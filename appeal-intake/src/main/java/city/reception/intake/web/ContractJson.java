package city.reception.intake.web;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.RegistrationNumber;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Ids go over the wire as plain strings. */
@Configuration(proxyBeanMethods = false)
class ContractJson {

  @Bean
  JsonMapperBuilderCustomizer idsAsStrings() {
    SimpleModule ids = new SimpleModule("reception-ids");
    ids.addSerializer(AppealId.class, ToStringSerializer.instance);
    ids.addSerializer(CommitteeId.class, ToStringSerializer.instance);
    ids.addSerializer(RegistrationNumber.class, ToStringSerializer.instance);
    return builder -> builder.addModule(ids);
  }
}
