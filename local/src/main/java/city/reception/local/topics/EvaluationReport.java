package city.reception.local.topics;

import city.reception.classifier.TopicModel;
import city.reception.classifier.evaluation.Evaluation;
import city.reception.classifier.evaluation.Tally;
import city.reception.classifier.evaluation.Tally.Confusion;
import city.reception.classifier.evaluation.Tally.TopicFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An evaluation as lines for a person and as JSON for a program.
 *
 * @param model what was measured
 * @param evaluation what it reached
 */
public record EvaluationReport(TopicModel model, Evaluation evaluation) {

  private static final int CONFUSIONS = 15;

  /** The lines. */
  public List<String> lines() {
    Tally tally = evaluation.tally();
    List<String> lines = new ArrayList<>();
    lines.add("%s on %d texts".formatted(model.version(), tally.texts()));
    lines.add(figure("accuracy", tally.accuracy()));
    lines.add(figure("macro-F1", tally.macroF1()));
    lines.add(figure("weighted F1", tally.weightedF1()));
    lines.add(figure("right among the first two", tally.top2()));
    lines.add(figure("calibration error (ECE)", tally.ece()));
    lines.add(figure("without a person", tally.coverage()));
    lines.add(
        figure("  of these right", tally.precision())
            + "   (asked: %s)".formatted(number("%.2f", model.precision())));
    lines.add("%-28s %8.0f".formatted("texts a second, one thread", evaluation.textsPerSecond()));
    lines.add("");
    lines.add(" texts  precision  recall      F1  without a person  topic");
    tally.topics().forEach(topic -> lines.add(row(topic)));
    List<Confusion> confusions = tally.confusions();
    if (!confusions.isEmpty()) {
      lines.add("");
      lines.add("taken for another topic, what costs most first (of these without a person)");
      confusions.stream().limit(CONFUSIONS).forEach(confusion -> lines.add(row(confusion)));
    }
    return lines;
  }

  /** Writes the figures, each under its own key. */
  public void write(Path file) throws IOException {
    Tally tally = evaluation.tally();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("accuracy", tally.accuracy());
    json.put("macroF1", tally.macroF1());
    json.put("weightedF1", tally.weightedF1());
    json.put("top2", tally.top2());
    json.put("coverage", tally.coverage());
    json.put("precision", tally.precision());
    json.put("ece", tally.ece());
    json.put("textsPerSecond", evaluation.textsPerSecond());
    Files.writeString(file, json.toPrettyString() + System.lineSeparator());
  }

  private static String row(TopicFigures topic) {
    return String.format(
        Locale.ROOT,
        "%6d  %9.3f  %6.3f  %6.3f  %16.3f  %s",
        topic.texts(),
        topic.precision(),
        topic.recall(),
        topic.f1(),
        topic.coverage(),
        topic.topic());
  }

  private static String row(Confusion confusion) {
    return "%6d (%d)  %s  taken for  %s"
        .formatted(
            confusion.texts(), confusion.unseen(), confusion.actual(), confusion.predicted());
  }

  private static String figure(String name, double value) {
    return "%-28s %s".formatted(name, number("%8.4f", value));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
