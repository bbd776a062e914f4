package city.reception.intake.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How intake appends.
 *
 * @param deliveryTimeout after how long an unacknowledged append counts as of unknown outcome
 * @param requestTimeout how long one broker may take for one request
 * @param maxBlock how long an append may wait for room or for the brokers' addresses before it is
 *     refused
 * @param linger how long an append may wait for others to travel with
 * @param buffer how much may wait to be sent
 */
@Validated
@ConfigurationProperties("reception.intake.kafka")
record IntakeKafkaProperties(
    @DefaultValue("10s") Duration deliveryTimeout,
    @DefaultValue("5s") Duration requestTimeout,
    @DefaultValue("200ms") Duration maxBlock,
    @DefaultValue("2ms") Duration linger,
    @DefaultValue("64MB") DataSize buffer) {}
