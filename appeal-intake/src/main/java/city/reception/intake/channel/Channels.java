package city.reception.intake.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.intake.problem.Problem;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Knows a channel by its key ({@code Authorization: Bearer …}, RFC 6750, section 2.1). */
@Component
final class Channels {

  private static final Logger log = LoggerFactory.getLogger(Channels.class);
  private static final String SCHEME = "Bearer ";

  private final Map<Channel, byte[]> known = new LinkedHashMap<>();
  private final @Nullable Channel publicChannel;

  Channels(ChannelsProperties properties) {
    for (ChannelsProperties.Keyed keyed : properties.channels()) {
      known.put(keyed.channel(), HexFormat.of().parseHex(keyed.keySha256()));
    }
    String name = properties.publicChannel();
    publicChannel = name == null ? null : new Channel(name, properties.publicIdentityAssurance());
    if (known.isEmpty() && publicChannel == null) {
      log.warn(
          "no channel is configured, so no appeal can be posted: set reception.intake.channels");
    }
  }

  /**
   * The channel that sent this header, or the public one where there is no header.
   *
   * @throws ProblemException 401, when the key is wrong or there is no public channel
   */
  Channel authenticate(@Nullable String authorization) {
    if (authorization == null) {
      if (publicChannel != null) {
        return publicChannel;
      }
      throw unauthorized("Bearer realm=\"reception\"");
    }
    Channel found = null;
    if (authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      byte[] hash = sha256(authorization.substring(SCHEME.length()).strip());
      // Every channel is compared, so that the time tells nothing of which came close.
      for (Map.Entry<Channel, byte[]> candidate : known.entrySet()) {
        if (MessageDigest.isEqual(candidate.getValue(), hash)) {
          found = candidate.getKey();
        }
      }
    }
    if (found == null) {
      throw unauthorized("Bearer realm=\"reception\", error=\"invalid_token\"");
    }
    return found;
  }

  private static ProblemException unauthorized(String challenge) {
    return new ProblemException(
        Problem.of(
                ProblemType.UNAUTHORIZED,
                "Send the channel's key as 'Authorization: Bearer <key>'.",
                "Передайте ключ канала в заголовке 'Authorization: Bearer <ключ>'.")
            .withHeader("WWW-Authenticate", challenge));
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
