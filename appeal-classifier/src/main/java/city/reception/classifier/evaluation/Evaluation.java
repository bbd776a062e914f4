package city.reception.classifier.evaluation;

import city.reception.classifier.Classification;
import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import city.reception.classifier.TopicProbability;
import java.time.Duration;
import java.util.List;

/**
 * A model measured on labelled texts.
 *
 * @param tally what was said against what is so
 * @param textsPerSecond that one thread classified, once warm
 */
public record Evaluation(Tally tally, double textsPerSecond) {

  /** How long speed is measured. */
  private static final Duration MEASURED = Duration.ofSeconds(3);

  /** Measures {@code model}, with its own thresholds, on this thread. */
  public static Evaluation of(TopicModel model, List<LabelledText> texts) {
    Tally tally = new Tally();
    for (LabelledText text : texts) {
      Classification said = model.classify(text.text());
      List<TopicProbability> topics = said.topics();
      TopicProbability best = said.best();
      String second = topics.get(Math.min(1, topics.size() - 1)).topic();
      tally.add(text.topic(), best.topic(), second, best.probability(), said.certain());
    }
    return new Evaluation(tally, speed(model, texts));
  }

  private static double speed(TopicModel model, List<LabelledText> texts) {
    double best = 0;
    int certain = 0;
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < MEASURED.toNanos()) {
      long pass = System.nanoTime();
      for (LabelledText text : texts) {
        certain += model.classify(text.text()).certain() ? 1 : 0;
      }
      double seconds = (System.nanoTime() - pass) / (double) Duration.ofSeconds(1).toNanos();
      best = certain < 0 ? best : Math.max(best, texts.size() / seconds);
    }
    return best;
  }
}
