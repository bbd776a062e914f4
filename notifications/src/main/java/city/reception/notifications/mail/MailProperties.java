package city.reception.notifications.mail;

import jakarta.validation.constraints.NotBlank;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What stands on every mail. The mail server is configured under {@code spring.mail}.
 *
 * @param from the sender's address
 * @param messageIdDomain the right-hand side of each {@code Message-ID}
 * @param trackingUrl where a resident looks up an appeal; {@code {appealId}} stands for its id
 * @param zone the time zone in which dates are told
 */
@Validated
@ConfigurationProperties("reception.notifications.mail")
public record MailProperties(
    @DefaultValue("no-reply@reception.example") @NotBlank String from,
    @DefaultValue("reception.example") @NotBlank String messageIdDomain,
    @DefaultValue("http://127.0.0.1:8080/api/v1/appeals/{appealId}") @NotBlank String trackingUrl,
    @DefaultValue("Europe/Moscow") ZoneId zone) {}
