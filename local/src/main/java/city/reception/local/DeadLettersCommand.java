package city.reception.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.local.Arguments.UsageException;
import city.reception.local.deadletters.Act;
import city.reception.local.deadletters.DeadLetters;
import city.reception.local.deadletters.ParkedRecord;
import city.reception.local.system.RunningSystem;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an operator does with records that could not be handled. */
final class DeadLettersCommand {

  private static final String KAFKA = "--kafka";
  private static final String REASON = "--reason";
  private static final String ACTOR = "--actor";
  private static final String ALL = "--all";
  private static final String VALUE = "--value";

  private final Installation installation;
  private final Console console;

  DeadLettersCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed = Arguments.parse(arguments, Set.of(ALL, VALUE), Set.of(KAFKA, REASON, ACTOR));
    if (parsed.words().isEmpty()) {
      throw new UsageException("dead-letters needs list, show, replay or discard");
    }
    String verb = parsed.words().getFirst();
    List<String> ids = parsed.words().subList(1, parsed.words().size());
    return switch (verb) {
      case "list" -> list(parsed);
      case "show" -> show(parsed, ids);
      case "replay", "discard" -> act(parsed, verb, ids);
      default -> throw new UsageException("dead-letters knows no " + verb);
    };
  }

  private int list(Arguments parsed) {
    List<ParkedRecord> open = deadLetters(parsed).open();
    if (open.isEmpty()) {
      console.say("nothing is open");
      return 0;
    }
    open.forEach(parked ->
        console.say(
            "%s  %s  %s  appeal %s  %s"
                .formatted(
                    parked.id(),
                    parked.parkedAt(),
                    named(parked.service()),
                    named(parked.appeal()),
                    named(parked.reason()))));
    console.say(open.size() + " open");
    return 0;
  }

  private int show(Arguments parsed, List<String> ids) {
    if (ids.size() != 1) {
      throw new UsageException("show needs one ID");
    }
    DeadLetters deadLetters = deadLetters(parsed);
    ParkedRecord parked =
        deadLetters.open().stream()
            .filter(open -> open.id().equals(ids.getFirst()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no open record is " + ids.getFirst()));
    console.say("id       " + parked.id());
    console.say("parked   " + parked.parkedAt());
    console.say("by       " + named(parked.service()));
    console.say("reason   " + named(parked.reason()));
    console.say("from     " + (parked.source() == null ? "unknown" : parked.source()));
    console.say("appeal   " + named(parked.appeal()));
    console.say("type     " + named(parked.type()));
    console.say("value    %d bytes".formatted(parked.bytes()));
    if (parsed.has(VALUE)) {
      console.complain("the value may hold personal data: mind who can see it, and do not keep it");
      console.say(
          deadLetters
              .record(parked)
              .filter(record -> record.value() != null)
              .map(record -> new String(record.value(), UTF_8))
              .orElse("there is no value"));
    }
    return 0;
  }

  private int act(Arguments parsed, String verb, List<String> ids) {
    if (ids.isEmpty() != parsed.has(ALL)) {
      throw new UsageException(verb + " needs IDs or --all");
    }
    String actor = parsed.value(ACTOR).orElse(System.getProperty("user.name", "unknown"));
    DeadLetters deadLetters = deadLetters(parsed);
    Set<String> wanted = new HashSet<>(ids);
    Predicate<ParkedRecord> chosen = parked -> parsed.has(ALL) || wanted.contains(parked.id());
    List<Act> acts =
        verb.equals("replay")
            ? deadLetters.replay(chosen, actor, parsed.value(REASON).orElse(null))
            : deadLetters.discard(
                chosen,
                actor,
                parsed
                    .value(REASON)
                    .filter(reason -> !reason.isBlank())
                    .orElseThrow(() -> new UsageException("discard needs --reason")));
    acts.forEach(act -> wanted.remove(act.parked()));
    acts.forEach(act ->
        console.say(
            verb.equals("replay") ? "replayed " + act.parked() : "discarded " + act.parked()));
    if (!wanted.isEmpty()) {
      console.complain("no open record is " + String.join(", ", wanted));
      return 1;
    }
    if (acts.isEmpty()) {
      console.say("nothing is open");
    }
    return 0;
  }

  private DeadLetters deadLetters(Arguments parsed) {
    return new DeadLetters(
        parsed
            .value(KAFKA)
            .orElseGet(() ->
                RunningSystem.find(installation.requireRunning())
                    .orElseThrow()
                    .ports()
                    .bootstrapServers()),
        Clock.systemUTC());
  }

  private static String named(@Nullable Object value) {
    return value == null ? "unknown" : value.toString();
  }
}
