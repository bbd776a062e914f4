package city.reception.intake.channel;

import city.reception.events.IdentityAssurance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The channels.
 *
 * @param channels those with a key
 * @param publicChannel the channel of whoever comes without a key; where it is absent, nobody may
 * @param publicIdentityAssurance how surely the public channel knows who its senders are
 */
@Validated
@ConfigurationProperties("reception.intake")
record ChannelsProperties(
    @DefaultValue List<@Valid Keyed> channels,
    @Nullable @Pattern(regexp = ChannelsProperties.NAME) String publicChannel,
    @DefaultValue("NONE") IdentityAssurance publicIdentityAssurance) {

  static final String NAME = "[a-z][a-z0-9-]{1,63}";

  /**
   * A channel with a key.
   *
   * @param name lower-case Latin letters, digits and hyphens; part of each appeal's identity, so
   *     never renamed
   * @param keySha256 SHA-256 of the key, in hexadecimal; the key itself is known to the channel
   *     alone
   * @param identityAssurance how surely the channel knows who its senders are: since 30 March 2025
   *     an electronic appeal comes through what identifies or authenticates them (547-FZ)
   * @param electronic whether residents write to it electronically. Where they send paper or call,
   *     as in a scanning hall or a call centre, the law asks for no such identification, and the
   *     appeal says nothing of it
   */
  record Keyed(
      @Pattern(regexp = NAME) String name,
      @Pattern(regexp = "[0-9a-fA-F]{64}") String keySha256,
      @DefaultValue("NONE") IdentityAssurance identityAssurance,
      @DefaultValue("true") boolean electronic) {

    Channel channel() {
      return new Channel(name, electronic ? identityAssurance : null);
    }
  }

  @AssertTrue(message = "names of channels are distinct")
  boolean isDistinct() {
    List<@Nullable String> names =
        Stream.concat(channels.stream().map(Keyed::name), Stream.ofNullable(publicChannel))
            .toList();
    return names.stream().distinct().count() == names.size();
  }
}
