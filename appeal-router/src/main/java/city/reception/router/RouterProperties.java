package city.reception.router;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * How this router works.
 *
 * @param numberPrefix what registration numbers begin with
 * @param threads how many consumers, each with a producer and a database connection of its own
 * @param transactionIdPrefix what its producers' transactional ids begin with; must be its own
 *     among all live instances, and is made up at start where it is not set
 * @param outputsKept how long recorded outputs can be asked for again; longer than any input topic
 *     keeps its records
 * @param timers how timers are raised
 * @param models which models route
 * @param campaigns what makes a campaign
 */
@Validated
@ConfigurationProperties("reception.router")
public record RouterProperties(
    @DefaultValue("МГД") @NotBlank String numberPrefix,
    @DefaultValue("2") @Min(1) @Max(64) int threads,
    @Nullable String transactionIdPrefix,
    @DefaultValue("40d") Duration outputsKept,
    @DefaultValue Timers timers,
    @DefaultValue Models models,
    @DefaultValue Campaigns campaigns) {

  /**
   * How timers are raised.
   *
   * @param interval how often due timers are looked for
   * @param lease how long a raised timer is left alone before it is raised again
   * @param batch how many are raised at once
   */
  public record Timers(
      @DefaultValue("1s") Duration interval,
      @DefaultValue("1m") Duration lease,
      @DefaultValue("500") @Min(1) int batch) {}

  /**
   * What makes a campaign; see {@link city.reception.router.campaigns.CampaignRules}.
   *
   * @param voices how many different applicants
   * @param alike how much of their letters two have in common at least, from 0 to 1
   * @param alikeOfOne the same where one person wrote both
   * @param portion how many members are told or answered at once
   */
  public record Campaigns(
      @DefaultValue("5") @Min(2) int voices,
      @DefaultValue("0.5") double alike,
      @DefaultValue("0.35") double alikeOfOne,
      @DefaultValue("200") @Min(1) @Max(1000) int portion) {}

  /**
   * Which models route.
   *
   * @param starter the model that decides while the ledger names none; the one that comes with the
   *     router where it is not set
   * @param interval how often the ledger is asked for another one
   */
  public record Models(@Nullable Resource starter, @DefaultValue("2s") Duration interval) {}
}
