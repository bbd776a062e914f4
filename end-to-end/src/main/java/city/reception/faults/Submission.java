package city.reception.faults;

import city.reception.events.AppealId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one resident writes, and every answer to it. All but the answers follows from the seed. */
final class Submission {

  private static final List<String> ADDRESSEES =
      List.of("entrepreneurship-innovation-it", "education", "reception");
  private static final String LONG_TEXT = "Во дворе темно, фонари не горят. ".repeat(120);

  private final int number;
  private final String key;
  private final boolean large;
  private final SplittableRandom random;
  private final List<Heard> heard = new ArrayList<>();
  private final long seed;
  private @Nullable String trackingCode;

  /** What a client is told of one attempt. */
  enum Heard {
    ACCEPTED,
    /** 503 {@code not-accepted}: it is certain that nothing came of it. */
    NOT_ACCEPTED,
    /** 503 {@code outcome-unknown}. */
    OUTCOME_UNKNOWN,
    /** The connection broke, or nothing came in time. */
    NO_ANSWER,
    /** Any other answer: there is none that a client of this suite should get. */
    STRANGE
  }

  /** What becomes of the appeal once it is accepted. */
  enum Course {
    LEFT_ALONE,
    WORKED_ON,
    WITHDRAWN
  }

  Submission(long seed, int number, boolean large) {
    this.seed = seed;
    this.number = number;
    this.large = large;
    this.key = "faults-seed-%d-letter-%05d".formatted(seed, number);
    this.random = new SplittableRandom(seed * 1_000_003 + number);
  }

  String key() {
    return key;
  }

  AppealId appeal() {
    return AppealId.of("portal", key);
  }

  /** Whether the client repeats it until it is accepted. One in three gives up at once. */
  boolean isPatient() {
    return number % 3 != 0;
  }

  Course course() {
    if (large) {
      return Course.LEFT_ALONE;
    }
    return switch (number % 10) {
      case 1, 4, 6, 8 -> Course.WORKED_ON;
      case 5 -> Course.WITHDRAWN;
      default -> Course.LEFT_ALONE;
    };
  }

  /** What follows from the seed for this appeal; the same in every run. */
  SplittableRandom random() {
    return random;
  }

  synchronized void hears(Heard answer) {
    heard.add(answer);
  }

  synchronized void isAccepted(String code) {
    heard.add(Heard.ACCEPTED);
    trackingCode = code;
  }

  synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  synchronized boolean wasAccepted() {
    return heard.contains(Heard.ACCEPTED);
  }

  /** Whether it may be in the log although nobody was told so. */
  synchronized boolean mayBeThere() {
    return heard.stream().anyMatch(answer -> answer != Heard.NOT_ACCEPTED);
  }

  synchronized Optional<String> trackingCode() {
    return Optional.ofNullable(trackingCode);
  }

  /** How long its resident waits with a withdrawal. */
  Duration secondThoughts() {
    return Duration.ofMillis(500 + random.nextInt(6_000));
  }

  ObjectNode body() {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("kind", "COMPLAINT");
    body.putObject("applicant").put("type", "PERSON").put("name", "Житель " + number);
    body.putObject("contact")
        .put("email", "resident-%d-%d@example.org".formatted(seed, number))
        .put("locale", number % 2 == 0 ? "ru" : "en");
    int addressee = number % (ADDRESSEES.size() + 1);
    if (addressee < ADDRESSEES.size()) {
      body.putObject("addressee").put("committee", ADDRESSEES.get(addressee));
    }
    body.put("subject", "Письмо " + number);
    body.put("text", large ? LONG_TEXT : "Прошу помочь. Письмо номер " + number + ".");
    return body;
  }
}
