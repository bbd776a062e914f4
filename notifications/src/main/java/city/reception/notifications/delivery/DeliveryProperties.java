package city.reception.notifications.delivery;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How notices are delivered.
 *
 * @param instance the name of this instance; what its namesake left unfinished is declared unknown
 *     when it starts
 * @param parallel how many mails go out at a time
 * @param lease how long a sender may take over one mail, longer than all timeouts of the dialogue
 *     together; after it the outcome counts as unknown
 * @param pollInterval how often to look for what became due, beside being woken
 * @param firstPause the pause after the first attempt that the mail server refused for the moment;
 *     it doubles with each further one
 * @param longestPause where that ends
 * @param giveUpAfter how long after the first attempt a notice is given up
 * @param contactPatience how long a notice may wait for its contact before a person must look
 */
@Validated
@ConfigurationProperties("reception.notifications.delivery")
public record DeliveryProperties(
    @DefaultValue("notifications") @NotBlank String instance,
    @DefaultValue("16") @Min(1) int parallel,
    @DefaultValue("15m") Duration lease,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("1s") Duration firstPause,
    @DefaultValue("15m") Duration longestPause,
    @DefaultValue("5d") Duration giveUpAfter,
    @DefaultValue("10m") Duration contactPatience) {}
