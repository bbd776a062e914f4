package city.reception.local;

import city.reception.classifier.LabelledText;
import city.reception.classifier.ModelCard;
import city.reception.classifier.Thresholds;
import city.reception.classifier.TopicModel;
import city.reception.classifier.training.Trainer;
import city.reception.classifier.training.UnfitTextsException;
import city.reception.local.Arguments.UsageException;
import city.reception.local.routing.LedgerLabels;
import city.reception.local.routing.PastAppeals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a topic model of labelled texts. */
final class TrainCommand {

  private static final String OUT = "--out";
  private static final String COMPARE = "--compare";

  private static final String FROM_LEDGER = "--from-ledger";

  /** How many texts of a corpus a person's word outweighs in learning. */
  private static final int WEIGHT = 10;

  private final Installation installation;
  private final Console console;

  TrainCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed =
        Arguments.parse(
            arguments,
            Set.of(FROM_LEDGER),
            LedgerOptions.with(
                TopicOptions.DATA,
                TopicOptions.TEXT,
                TopicOptions.LABEL,
                TopicOptions.PRECISION,
                OUT,
                COMPARE));
    parsed.requireNoWords();
    Path out = out(parsed);
    double precision = TopicOptions.precision(parsed);
    Optional<TopicModel> baseline =
        parsed.value(COMPARE).map(file -> TopicOptions.model(parsed, COMPARE));
    try {
      List<LabelledText> texts = new ArrayList<>();
      List<LabelledText> again = List.of();
      if (parsed.has(FROM_LEDGER)) {
        LedgerOptions ledger = LedgerOptions.of(parsed, installation);
        TopicModel running = new Models(ledger.models()).running();
        baseline = baseline.or(() -> Optional.of(running));
        texts.addAll(
            parsed.value(TopicOptions.DATA).isPresent()
                ? TopicOptions.texts(parsed)
                : installation.starterCorpus());
        LedgerLabels labels = fromLedger(ledger, running);
        texts.addAll(labels.texts());
        again = labels.again();
      } else {
        texts.addAll(TopicOptions.texts(parsed));
      }
      TopicModel model = new Trainer(precision, baseline, console::say).train(texts, again);
      model.write(out);
      report(model, out);
      return 0;
    } catch (UnfitTextsException e) {
      console.complain(String.valueOf(e.getMessage()));
      return 1;
    } catch (IOException e) {
      throw new UncheckedIOException("the model cannot be written: " + out, e);
    }
  }

  private LedgerLabels fromLedger(LedgerOptions ledger, TopicModel running) {
    LedgerLabels labels = new LedgerLabels(running, installation.routingTable(), WEIGHT);
    new PastAppeals(ledger.database()).corrected(labels::accept);
    console.say(
        "%d appeals in the ledger were corrected by people; each counts %d times"
            .formatted(labels.texts().size(), WEIGHT));
    if (labels.unusable() > 0) {
      console.say(
          "%d more are with a committee that holds no topic of %s, and say nothing"
              .formatted(labels.unusable(), running.version()));
    }
    return labels;
  }

  private static Path out(Arguments parsed) {
    Path out = Path.of(TopicOptions.required(parsed, OUT)).toAbsolutePath();
    if (Files.isDirectory(out) || !Files.isDirectory(out.resolveSibling("."))) {
      throw new UsageException(OUT + " needs a file in a folder that exists: " + out);
    }
    return out;
  }

  private void report(TopicModel model, Path out) throws IOException {
    ModelCard card = model.card();
    ModelCard.HeldOut heldOut = card.heldOut();
    long rare = card.texts().values().stream().filter(n -> n < Thresholds.FEWEST_TEXTS).count();
    if (rare > 0) {
      console.say(
          "topics of fewer than %d texts, which always go to a person: %d"
              .formatted(Thresholds.FEWEST_TEXTS, rare));
    }
    console.say(
        String.format(
            Locale.ROOT,
            "on texts held out: accuracy %.4f, macro-F1 %.4f, ECE %.4f; %.1f %% without a person,"
                + " %.1f %% of these right",
            heldOut.accuracy(),
            heldOut.macroF1(),
            heldOut.ece(),
            100 * heldOut.coverage(),
            100 * heldOut.reached()));
    card.comparison()
        .ifPresent(other ->
            console.say(
                String.format(
                    Locale.ROOT,
                    "%s on the same texts: accuracy %.4f",
                    other.version(),
                    other.accuracy())));
    console.say("%s: %s, %d bytes".formatted(model.version(), out, Files.size(out)));
  }
}
