package city.reception.local;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import city.reception.classifier.evaluation.Evaluation;
import city.reception.classifier.training.UnfitTextsException;
import city.reception.local.topics.EvaluationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures a topic model on labelled texts. */
final class EvaluateCommand {

  private static final String JSON = "--json";

  private final Console console;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed =
        Arguments.parse(
            arguments,
            Set.of(),
            Set.of(
                TopicOptions.MODEL,
                TopicOptions.DATA,
                TopicOptions.TEXT,
                TopicOptions.LABEL,
                TopicOptions.PRECISION,
                JSON));
    parsed.requireNoWords();
    TopicModel model = TopicOptions.model(parsed, TopicOptions.MODEL);
    if (parsed.value(TopicOptions.PRECISION).isPresent()) {
      model = model.at(TopicOptions.precision(parsed));
    }
    try {
      List<LabelledText> texts = TopicOptions.texts(parsed);
      EvaluationReport report = new EvaluationReport(model, Evaluation.of(model, texts));
      report.lines().forEach(console::say);
      Optional<String> json = parsed.value(JSON);
      if (json.isPresent()) {
        report.write(Path.of(json.get()));
      }
      return 0;
    } catch (UnfitTextsException e) {
      console.complain(String.valueOf(e.getMessage()));
      return 1;
    } catch (IOException e) {
      throw new UncheckedIOException("the figures cannot be written", e);
    }
  }
}
