package city.reception.local;

import city.reception.local.Arguments.UsageException;
import city.reception.local.demo.Demo;
import city.reception.local.demo.Letters;
import city.reception.local.reconciliation.Reconciler;
import city.reception.local.reconciliation.Report;
import city.reception.local.system.LocalPorts;
import city.reception.local.system.LocalPorts.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays appeals through a fresh system and counts what became of them. */
final class DemoCommand {

  private static final String EXIT = "--exit";
  private static final String FROM = "--from";
  private static final String TEXT = "--text";

  /** How long the last notices may take, counted from the last sign of progress. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final ZoneId CITY = ZoneId.of("Europe/Moscow");
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Installation installation;
  private final Console console;

  DemoCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed =
        Arguments.parse(
            arguments,
            Set.of(EXIT),
            Stream.concat(PortOptions.NAMES.stream(), Stream.of(FROM, TEXT))
                .collect(Collectors.toSet()));
    parsed.requireNoWords();
    LocalPorts ports = PortOptions.of(parsed);
    Letters letters = letters(parsed);
    Foreground foreground = new Foreground(installation, installation.demo(), ports, console);
    foreground.start(true);
    int status = foreground.whileUp(() -> play(letters, ports));
    return parsed.has(EXIT) ? foreground.finish(status) : foreground.stay();
  }

  private Letters letters(Arguments parsed) {
    if (parsed.value(FROM).isEmpty()) {
      if (parsed.value(TEXT).isPresent()) {
        throw new UsageException("--text goes with --from");
      }
      return Letters.samples(LocalDate.now(CITY));
    }
    Path file = Path.of(parsed.value(FROM).orElseThrow());
    if (!Files.isReadable(file)) {
      throw new UsageException("the file cannot be read: " + file);
    }
    try {
      return Letters.fromCsv(file, parsed.value(TEXT).orElse("text"));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private int play(Letters letters, LocalPorts ports) {
    console.say(
        "playing %d appeals; %d of them cleaned first, %d left out because nothing is written in them"
            .formatted(letters.bodies().size(), letters.cleaned(), letters.blank()));
    Demo.Played played =
        new Demo(
                ports.url(Listener.INTAKE),
                ports.url(Listener.DESK),
                installation.committeeIds(),
                console::say)
            .play(letters);
    console.say("waiting for the last notices");
    Report report = settled(installation.reconciler(installation.demo(), ports), played);
    report.lines().forEach(console::say);
    return report.isEven() ? 0 : 1;
  }

  private static Report settled(Reconciler reconciler, Demo.Played played) {
    List<String> last = List.of();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      Report report = Report.of(reconciler.run(), played.acknowledged(), played.answered());
      if (report.isEven() || Instant.now().isAfter(deadline)) {
        return report;
      }
      if (!report.lines().equals(last)) {
        last = report.lines();
        deadline = Instant.now().plus(PATIENCE);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
