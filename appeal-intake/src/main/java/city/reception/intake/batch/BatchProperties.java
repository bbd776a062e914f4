package city.reception.intake.batch;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How batches are taken.
 *
 * @param atOnce how many batches are read at once; one beyond them is refused with 503
 * @param window how many lines of one batch may wait for their acknowledgement at once
 * @param direct how much of the results is written while lines are still read; see {@link
 *     ResultSpool}
 */
@Validated
@ConfigurationProperties("reception.intake.batch")
record BatchProperties(
    @DefaultValue("32") @Min(1) int atOnce,
    @DefaultValue("512") @Min(1) int window,
    @DefaultValue("32KB") DataSize direct) {}
