package city.reception.local.routing;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import city.reception.classifier.TopicProbability;
import city.reception.events.CommitteeId;
import city.reception.router.routing.Appeal;
import city.reception.router.routing.RoutingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Labels that people gave: they say a committee, and the topic is the likeliest of that committee's
 * under the model that runs. Each counts several times in learning, so that a few people's word is
 * heard beside a corpus of many texts, and once where a model is judged.
 */
public final class LedgerLabels {

  private final TopicModel running;
  private final RoutingTable table;
  private final int weight;
  private final List<LabelledText> texts = new ArrayList<>();
  private int unusable;

  /**
   * @param weight how many times each text counts in learning
   */
  public LedgerLabels(TopicModel running, RoutingTable table, int weight) {
    this.running = running;
    this.table = table;
    this.weight = weight;
  }

  /** Takes one in. */
  public void accept(PastAppeals.Corrected corrected) {
    Optional<String> topic = topic(corrected.appeal(), corrected.committee());
    if (topic.isEmpty()) {
      unusable++;
      return;
    }
    texts.add(
        new LabelledText(
            corrected.appeal().subject() + "\n" + corrected.appeal().text(), topic.get()));
  }

  /** The texts, one of each appeal. */
  public List<LabelledText> texts() {
    return List.copyOf(texts);
  }

  /** The texts once more for each time that they count beside the first. */
  public List<LabelledText> again() {
    return IntStream.range(1, weight).boxed().flatMap(_ -> texts.stream()).toList();
  }

  /** How many appeals went to a committee that holds no topic. */
  public int unusable() {
    return unusable;
  }

  private Optional<String> topic(Appeal appeal, CommitteeId committee) {
    // The model shows its likeliest topics; where none of them is the committee's, any of its is.
    return running.classify(appeal.subject(), appeal.text()).topics().stream()
        .map(TopicProbability::topic)
        .filter(topic -> table.holderOf(topic).equals(committee))
        .findFirst()
        .or(() ->
            running.topics().stream()
                .filter(topic -> table.holderOf(topic).equals(committee))
                .findFirst());
  }
}
