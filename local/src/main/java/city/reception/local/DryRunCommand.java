package city.reception.local;

import city.reception.local.Arguments.UsageException;
import city.reception.local.routing.DryRun;
import city.reception.local.routing.PastAppeals;
import city.reception.router.RoutingTables;
import city.reception.router.models.TopicModelClassifier;
import city.reception.router.routing.RoutingPolicy;
import city.reception.router.routing.RoutingTable;
import city.reception.starter.committees.CommitteesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;

/** Shows what a new model, or edited committees, would have changed over past appeals. */
final class DryRunCommand {

  private static final String MODEL = "--model";
  private static final String COMMITTEES = "--committees";
  private static final String LAST = "--last";
  private static final int MANY = 1_000;

  private final Installation installation;
  private final Console console;

  DryRunCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed =
        Arguments.parse(arguments, Set.of(), LedgerOptions.with(MODEL, COMMITTEES, LAST));
    parsed.requireNoWords();
    int last = parsed.number(LAST).orElse(MANY);
    if (last < 1) {
      throw new UsageException(LAST + " needs a number above 0");
    }
    LedgerOptions ledger = LedgerOptions.of(parsed, installation);
    Path committees = parsed.value(COMMITTEES).map(Path::of).orElse(installation.committees());
    RoutingTable table = RoutingTables.of(CommitteesFile.read(new FileSystemResource(committees)));
    Models models = new Models(ledger.models());
    var model = parsed.value(MODEL).map(Models::read).orElseGet(models::running);
    Set<String> known = Set.copyOf(model.topics());
    table.unknown(known).forEach(topic -> console.say("the model knows no topic '" + topic + "'"));
    table
        .unheld(known)
        .forEach(topic -> console.say("no committee holds the topic '" + topic + "'"));
    DryRun dryRun = new DryRun(new RoutingPolicy(table, new TopicModelClassifier(model, table)));
    console.say("with the model %s and %s".formatted(model.version(), committees));
    new PastAppeals(ledger.database()).last(last, dryRun::accept);
    dryRun.lines().forEach(console::say);
    return 0;
  }
}
