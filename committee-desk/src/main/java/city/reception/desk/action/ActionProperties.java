package city.reception.desk.action;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a person waits.
 *
 * @param patience for the router's decision, before the answer is "not decided yet"
 * @param delivery for Kafka to take the record, before the answer is "not known"
 */
@Validated
@ConfigurationProperties("reception.desk.actions")
public record ActionProperties(
    @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(seconds = 30) Duration patience,
    @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(seconds = 30) Duration delivery) {}
