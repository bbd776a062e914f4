package city.reception.local;

import city.reception.classifier.TopicModel;
import city.reception.local.Arguments.UsageException;
import city.reception.local.routing.Disagreements;
import city.reception.router.ledger.TopicModels;
import city.reception.router.ledger.TopicModels.Entry;
import city.reception.router.ledger.TopicModels.Role;
import city.reception.router.ledger.TopicModels.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Offers models to the routers, and shows what became of each. */
final class ModelCommand {

  private static final String FORCE = "--force";
  private static final String SHADOW = "--shadow";
  private static final String ACTOR = "--actor";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Installation installation;
  private final Console console;
  private final JsonMapper json = JsonMapper.shared();

  ModelCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed = Arguments.parse(arguments, Set.of(FORCE, SHADOW), LedgerOptions.with(ACTOR));
    if (parsed.words().isEmpty()) {
      throw new UsageException("model needs offer, list, disagreements or withdraw-shadow");
    }
    List<String> rest = parsed.words().subList(1, parsed.words().size());
    return switch (parsed.words().getFirst()) {
      case "offer" -> offer(parsed, rest);
      case "list" -> list(ledger(parsed).models());
      case "disagreements" -> disagreements(ledger(parsed));
      case "withdraw-shadow" -> withdrawShadow(parsed);
      default -> throw new UsageException("model knows no " + parsed.words().getFirst());
    };
  }

  private int offer(Arguments parsed, List<String> files) {
    if (files.size() != 1) {
      throw new UsageException("offer needs one FILE");
    }
    TopicModel model = Models.read(files.getFirst());
    TopicModels models = ledger(parsed).models();
    long id =
        models.offer(
            model.version(),
            bytes(model),
            json.writeValueAsString(model.card()),
            Set.copyOf(model.topics()),
            parsed.has(SHADOW) ? Role.SHADOW : Role.LIVE,
            parsed.has(FORCE),
            parsed.value(ACTOR).orElse(System.getProperty("user.name", "unknown")));
    console.say("offered %s as %d; waiting for a router".formatted(model.version(), id));
    return await(models, id);
  }

  private int await(TopicModels models, long id) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      Entry entry = models.find(id).orElseThrow();
      switch (entry.state()) {
        case OFFERED -> LockSupport.parkNanos(PAUSE.toNanos());
        case LIVE, SHADOW, RETIRED -> {
          console.say(
              entry.state() == State.SHADOW
                  ? "it runs in the shadow; './appeals model disagreements' shows what it would do"
                  : "it was taken, and decides within seconds");
          return 0;
        }
        case REFUSED -> {
          console.complain("refused: " + entry.reason());
          return 1;
        }
      }
    }
    console.complain(
        "no router has looked at it yet; './appeals model list' shows what comes of it");
    return 1;
  }

  private int list(TopicModels models) {
    List<Entry> all = models.all();
    if (all.stream().noneMatch(entry -> entry.state() == State.LIVE)) {
      console.say(
          "the model that comes with the router decides: " + TopicModel.starter().version());
    }
    for (Entry entry : all) {
      JsonNode heldOut = json.readTree(entry.card()).path("heldOut");
      console.say(
          String.format(
              Locale.ROOT,
              "%d  %-8s  %s  accuracy %.4f, macro-F1 %.4f  offered %s by %s%s%s",
              entry.id(),
              entry.state().name().toLowerCase(Locale.ROOT),
              entry.version(),
              heldOut.path("accuracy").asDouble(0),
              heldOut.path("macroF1").asDouble(0),
              entry.offeredAt(),
              entry.offeredBy(),
              entry.forced() ? ", forced" : "",
              entry.reason() == null ? "" : ": " + entry.reason()));
    }
    return 0;
  }

  private int disagreements(LedgerOptions ledger) {
    Disagreements.of(ledger.database()).lines().forEach(console::say);
    return 0;
  }

  private int withdrawShadow(Arguments parsed) {
    String actor = parsed.value(ACTOR).orElse(System.getProperty("user.name", "unknown"));
    boolean there = ledger(parsed).models().withdrawShadow(actor);
    console.say(there ? "withdrawn" : "there is none");
    return there ? 0 : 1;
  }

  private LedgerOptions ledger(Arguments parsed) {
    return LedgerOptions.of(parsed, installation);
  }

  private static byte[] bytes(TopicModel model) {
    try {
      Path file = Files.createTempFile("offered", ".topics");
      try {
        model.write(file);
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the model cannot be copied", e);
    }
  }
}
