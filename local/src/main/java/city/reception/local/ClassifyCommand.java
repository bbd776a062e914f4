package city.reception.local;

import city.reception.classifier.TopicModel;
import city.reception.local.topics.ClassificationReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Says what texts are about, and why: one text a line comes in, some lines each go out. */
final class ClassifyCommand {

  private final InputStream in;
  private final Console console;

  ClassifyCommand(InputStream in, Console console) {
    this.in = in;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed = Arguments.parse(arguments, Set.of(), Set.of(TopicOptions.MODEL));
    parsed.requireNoWords();
    TopicModel model = TopicOptions.model(parsed, TopicOptions.MODEL);
    // What is no UTF-8 is read as a mark that belongs to no word.
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        new ClassificationReport(model.explain("", text, ClassificationReport.TOPICS))
            .lines()
            .forEach(console::say);
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException("the texts cannot be read", e);
    }
  }
}
