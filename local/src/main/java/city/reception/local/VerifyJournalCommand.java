package city.reception.local;

import city.reception.router.ledger.JournalCheck;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks the journals of all cases. */
final class VerifyJournalCommand {

  private final Installation installation;
  private final Console console;

  VerifyJournalCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed = Arguments.parse(arguments, Set.of(), LedgerOptions.with());
    parsed.requireNoWords();
    JournalCheck check = new JournalCheck(LedgerOptions.of(parsed, installation).dataSource());
    JournalCheck.Result result =
        check.run(entries -> console.say(grouped(entries) + " entries read"));
    console.say(
        "%s entries of %s cases; %s are older than the chain, of %s texts or names are erased"
            .formatted(
                grouped(result.entries()),
                grouped(result.cases()),
                grouped(result.unchained()),
                grouped(result.erased())));
    if (result.isWhole()) {
      console.say("every link holds");
      return 0;
    }
    result
        .first()
        .ifPresent(broken ->
            console.complain(
                "the first broken link: appeal %s, version %d, index %d: %s"
                    .formatted(broken.appeal(), broken.version(), broken.index(), broken.what())));
    console.complain("cases with a broken link: " + grouped(result.brokenCases()));
    return 1;
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
