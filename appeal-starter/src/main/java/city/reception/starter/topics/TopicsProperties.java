package city.reception.starter.topics;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are kept in this installation.
 *
 * @param create whether missing topics are created at start; a deployment usually creates them
 *     once, with rights that the services do not have
 * @param replicationFactor how many brokers hold each record
 * @param minInsyncReplicas how many must have it before it is acknowledged
 * @param patience how long to wait for the brokers, and for the topics to appear, before giving up
 */
@Validated
@ConfigurationProperties("reception.topics")
public record TopicsProperties(
    @DefaultValue("false") boolean create,
    @DefaultValue("3") @Min(1) int replicationFactor,
    @DefaultValue("2") @Min(1) int minInsyncReplicas,
    @DefaultValue("60s") Duration patience) {}
