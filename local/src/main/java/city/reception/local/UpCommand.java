package city.reception.local;

import java.util.List;
import java.util.Set;

/** Runs the whole system until it is told to stop. */
final class UpCommand {

  private static final String FRESH = "--fresh";

  private final Installation installation;
  private final Console console;

  UpCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed = Arguments.parse(arguments, Set.of(FRESH), PortOptions.NAMES);
    parsed.requireNoWords();
    Foreground foreground =
        new Foreground(installation, installation.data(), PortOptions.of(parsed), console);
    foreground.start(parsed.has(FRESH));
    return foreground.stay();
  }
}
