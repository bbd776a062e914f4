package city.reception.router.routing;

import java.util.List;
import java.util.Set;

/** Says what a text is about. Equal texts get equal answers from the same version. */
public interface Classifier {

  /** Name and version, recorded with every decision. */
  String version();

  /** The topics that it knows. */
  Set<String> topics();

  /** What the text is about. */
  Answer classify(String subject, String text);

  /**
   * What a text is about.
   *
   * @param topics the likeliest first. The probabilities are calibrated: of the texts with 0.9 for
   *     a topic, nine in ten are about it
   * @param certain whether the first, with the others of its committee, is so likely, for what this
   *     topic asks, that nobody need look
   */
  record Answer(List<Topic> topics, boolean certain) {
    public Answer {
      topics = List.copyOf(topics);
    }
  }

  /**
   * A topic that a text may be about.
   *
   * @param terms the words that spoke for it; of the two likeliest topics only, else empty
   */
  record Topic(String name, double probability, List<String> terms) {
    public Topic {
      terms = List.copyOf(terms);
    }
  }
}
