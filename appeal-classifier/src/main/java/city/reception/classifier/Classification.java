package city.reception.classifier;

import java.util.List;

/**
 * What a text is about.
 *
 * @param topics the likeliest first; the ten likeliest where there are more, and never none
 * @param certain whether the first may be acted on without a person
 */
public record Classification(List<TopicProbability> topics, boolean certain) {

  public Classification {
    topics = List.copyOf(topics);
  }

  /** The likeliest topic. */
  public TopicProbability best() {
    return topics.getFirst();
  }
}
