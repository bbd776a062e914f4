package city.reception.router.models;

import city.reception.classifier.Explanation;
import city.reception.classifier.TopicModel;
import city.reception.classifier.TopicProbability;
import city.reception.router.routing.Classifier;
import city.reception.router.routing.RoutingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A topic model as routing asks it. It is certain when the committee is: a topic taken for another
 * of the same committee does no harm.
 */
public final class TopicModelClassifier implements Classifier {

  /** The winner and the runner-up. */
  private static final int EXPLAINED = 2;

  private static final int WORDS = 6;

  /** Longer ones are no words; an explanation must stay small whatever somebody wrote. */
  private static final int WORD_LENGTH = 40;

  private final TopicModel model;
  private final Set<String> topics;

  public TopicModelClassifier(TopicModel model, RoutingTable table) {
    this.model = model.grouped(topic -> table.holderOf(topic).slug());
    this.topics = Set.copyOf(model.topics());
  }

  @Override
  public String version() {
    return model.version();
  }

  @Override
  public Set<String> topics() {
    return topics;
  }

  @Override
  public Answer classify(String subject, String text) {
    Explanation explained = model.explain(subject, text, EXPLAINED);
    List<Topic> seen = new ArrayList<>();
    for (TopicProbability topic : explained.classification().topics()) {
      List<String> terms = words(explained.words(seen.size()));
      seen.add(new Topic(topic.topic(), topic.probability(), terms));
    }
    return new Answer(seen, explained.classification().certain());
  }

  private static List<String> words(List<Explanation.Word> words) {
    return words.stream()
        .map(Explanation.Word::written)
        .filter(word -> word.length() <= WORD_LENGTH)
        .distinct()
        .limit(WORDS)
        .toList();
  }
}
