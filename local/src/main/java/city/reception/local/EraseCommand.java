package city.reception.local;

import city.reception.events.AppealId;
import city.reception.local.Arguments.UsageException;
import city.reception.router.ledger.Erasure;
import city.reception.router.ledger.Erasure.Done;
import city.reception.router.ledger.Erasure.Order;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases in the ledger what people wrote in a case. */
final class EraseCommand {

  private static final String REASON = "--reason";
  private static final String ACTOR = "--actor";
  private static final String NAMES = "--names";

  private final Installation installation;
  private final Console console;

  EraseCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed = Arguments.parse(arguments, Set.of(NAMES), LedgerOptions.with(REASON, ACTOR));
    if (parsed.words().size() != 1) {
      throw new UsageException("erase needs one appeal's id");
    }
    Order order =
        new Order(
            appeal(parsed.words().getFirst()),
            parsed.has(NAMES),
            parsed.value(ACTOR).orElse(System.getProperty("user.name", "unknown")),
            parsed.value(REASON).orElseThrow(() -> new UsageException("erase needs " + REASON)));
    DataSource ledger = LedgerOptions.of(parsed, installation).dataSource();
    Optional<Done> done =
        new Erasure(
                new JdbcTemplate(ledger),
                new TransactionTemplate(new JdbcTransactionManager(ledger)))
            .erase(order);
    if (done.isEmpty()) {
      console.complain("there is no case of that appeal");
      return 1;
    }
    console.say(
        ("erased: the appeal, and the texts of %d entries of its journal; entered as version %d,"
                + " index %d; cases, with the parts of a split one: %d")
            .formatted(
                done.get().entries(),
                done.get().version(),
                done.get().index(),
                done.get().cases()));
    console.say(
        "copies in the topics and in the outputs on record go with their retention, 90 days at most;"
            + " the contact and the desk's copy are erased there");
    return 0;
  }

  private static AppealId appeal(String text) {
    try {
      return AppealId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("'" + text + "' is no appeal's id");
    }
  }
}
