package city.reception.classifier.training;

import city.reception.classifier.ModelCard.HeldOut;
import city.reception.classifier.OutOfFold;
import city.reception.classifier.Thresholds;
import city.reception.classifier.evaluation.Tally;
import java.util.List;

/** What a model reached on the texts held out. */
final class HeldOutFigures {

  private HeldOutFigures() {}

  static HeldOut of(OutOfFold held, List<String> topics, Thresholds thresholds) {
    Tally tally = new Tally();
    for (int i = 0; i < held.size(); i++) {
      String predicted = topics.get(held.predicted(i));
      float probability = held.probability(i);
      tally.add(
          topics.get(held.actual()[i]),
          predicted,
          predicted,
          probability,
          thresholds.certain(held.predicted(i), probability));
    }
    return new HeldOut(
        tally.accuracy(), tally.macroF1(), tally.ece(), tally.coverage(), tally.precision());
  }
}
