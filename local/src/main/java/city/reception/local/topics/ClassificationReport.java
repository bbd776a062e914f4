package city.reception.local.topics;

import city.reception.classifier.Classification;
import city.reception.classifier.Explanation;
import city.reception.classifier.Explanation.Word;
import city.reception.classifier.TopicProbability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was said of one text, as lines for a person.
 *
 * @param explanation what was said, and why
 */
public record ClassificationReport(Explanation explanation) {

  /** How many topics are shown. */
  public static final int TOPICS = 3;

  /** One line on who decides, and one for each of the three likeliest topics. */
  public List<String> lines() {
    Classification classification = explanation.classification();
    List<String> lines = new ArrayList<>();
    lines.add(
        classification.certain()
            ? classification.best().topic() + ", without a person"
            : "a person decides");
    for (int i = 0; i < Math.min(TOPICS, classification.topics().size()); i++) {
      TopicProbability topic = classification.topics().get(i);
      lines.add(
          String.format(Locale.ROOT, "  %.3f  %s", topic.probability(), topic.topic())
              + words(explanation.words(i)));
    }
    return lines;
  }

  private static String words(List<Word> words) {
    return words.isEmpty()
        ? ""
        : words.stream().map(Word::written).collect(Collectors.joining(", ", "  (", ")"));
  }
}
