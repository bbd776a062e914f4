package city.reception.intake.submission;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How appeals are taken.
 *
 * @param inFlight how many events of single requests may wait for their acknowledgement at once; a
 *     request beyond it is refused with 503. Fewer than {@code server.tomcat.threads.max}, so that
 *     some places are always left to refuse. As many of batches may, beyond which they wait
 * @param recent how many submissions are remembered to tell a reused key, about 130 bytes each
 * @param recentWindow how far back they are read from the log at start
 * @param recentPatience how long the start may wait for that
 * @param zone where the days of paper letters are counted
 */
@Validated
@ConfigurationProperties("reception.intake.submission")
public record SubmissionProperties(
    @DefaultValue("512") @Min(1) int inFlight,
    @DefaultValue("250000") @Min(1) int recent,
    @DefaultValue("1h") Duration recentWindow,
    @DefaultValue("5s") Duration recentPatience,
    @DefaultValue("Europe/Moscow") ZoneId zone) {}
