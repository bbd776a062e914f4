package city.reception.classifier.training;

import city.reception.classifier.LabelledText;
import city.reception.classifier.ModelCard;
import city.reception.classifier.ModelCard.Comparison;
import city.reception.classifier.ModelContent;
import city.reception.classifier.OutOfFold;
import city.reception.classifier.Thresholds;
import city.reception.classifier.TopicModel;
import city.reception.classifier.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains a model: each fold of the texts is held out once, what was said of the texts held out
 * gives calibration, thresholds and figures, and all texts together give the weights.
 */
public final class Trainer {

  /** How many networks speak together; they err differently. */
  private static final int NETWORKS = 2;

  /** Units of each. */
  private static final int UNITS = 64;

  /** With more features a model would be larger than 20 MB. */
  private static final int MOST_FEATURES = 120_000;

  private final double precision;
  private final Optional<TopicModel> baseline;
  private final Consumer<String> progress;

  /**
   * A training.
   *
   * @param precision what is asked of what goes without a person; more than 0 and less than 1
   * @param baseline a model to be compared on the texts held out
   * @param progress is told what goes on, line by line
   */
  public Trainer(double precision, Optional<TopicModel> baseline, Consumer<String> progress) {
    if (!(precision > 0 && precision < 1)) {
      throw new IllegalArgumentException("a precision lies between 0 and 1: " + precision);
    }
    this.precision = precision;
    this.baseline = baseline;
    this.progress = progress;
  }

  /**
   * Trains on texts of equal weight.
   *
   * @throws UnfitTextsException when no model can be made of the texts
   */
  public TopicModel train(List<LabelledText> texts) throws UnfitTextsException {
    return train(texts, List.of());
  }

  /**
   * Trains on {@code texts}, of which some count more.
   *
   * @param again some of the texts once more for each time that they count beside the first. They
   *     are learnt from; the figures, the calibration and the thresholds take each text once
   * @throws UnfitTextsException when no model can be made of the texts
   */
  public TopicModel train(List<LabelledText> texts, List<LabelledText> again)
      throws UnfitTextsException {
    SortedMap<String, Integer> counts = counts(texts);
    List<String> topics = List.copyOf(counts.keySet());
    List<LabelledText> learnt = Stream.concat(texts.stream(), again.stream()).toList();
    int[] learntTopics = learnt.stream().mapToInt(text -> topics.indexOf(text.topic())).toArray();
    progress.accept("reading %d texts of %d topics".formatted(texts.size(), topics.size()));
    Vectors vectors = Vectors.of(learnt, MOST_FEATURES);
    Folds folds = Folds.of(vectors.kin());
    float[][] learntScores =
        folds.scores(
            rows -> {
              Network[] networks = new Network[NETWORKS];
              for (int n = 0; n < NETWORKS; n++) {
                networks[n] = fit(vectors, learntTopics, topics.size(), rows, n);
              }
              return text -> Network.mean(networks, vectors, text);
            },
            progress);
    float[][] scores = Arrays.copyOf(learntScores, texts.size());
    int[] topicOf = Arrays.copyOf(learntTopics, texts.size());
    long[] groups = Arrays.copyOf(vectors.groups(), texts.size());
    CalibrationFit fit = CalibrationFit.of(scores, topicOf);
    OutOfFold heldOut = fit.heldOut(scores, topicOf, groups);
    progress.accept("fitting to all texts");
    int[] all = IntStream.range(0, learnt.size()).toArray();
    Network[] networks =
        IntStream.range(0, NETWORKS)
            .parallel()
            .mapToObj(n -> fit(vectors, learntTopics, topics.size(), all, n))
            .toArray(Network[]::new);
    Weights weights = Quantisation.of(vectors, networks);
    Thresholds thresholds = Thresholds.of(heldOut, counts(topics, counts), precision);
    ModelCard card =
        new ModelCard(
            counts,
            precision,
            HeldOutFigures.of(heldOut, topics, thresholds),
            baseline.map(model -> compare(model, texts, groups)));
    return TopicModel.of(new ModelContent(topics, weights, fit.calibration(), heldOut, card));
  }

  private static Network fit(Vectors vectors, int[] topicOf, int topics, int[] rows, int number) {
    return NetworkTraining.fit(vectors, topicOf, UNITS, topics, rows, number + 1);
  }

  /** Of a text that the other model was trained on, what it said before that counts. */
  private Comparison compare(TopicModel model, List<LabelledText> texts, long[] groups) {
    progress.accept("asking %s about the same texts".formatted(model.version()));
    Map<Long, String> unseen = model.saidOfItsOwn();
    int right = 0;
    for (int i = 0; i < groups.length; i++) {
      String said = unseen.get(groups[i]);
      if (said == null) {
        said = model.classify(texts.get(i).text()).best().topic();
      }
      right += said.equals(texts.get(i).topic()) ? 1 : 0;
    }
    return new Comparison(model.version(), (double) right / groups.length);
  }

  private static int[] counts(List<String> topics, SortedMap<String, Integer> counts) {
    return topics.stream().mapToInt(topic -> counts.getOrDefault(topic, 0)).toArray();
  }

  private static SortedMap<String, Integer> counts(List<LabelledText> texts)
      throws UnfitTextsException {
    SortedMap<String, Integer> counts = new TreeMap<>();
    texts.forEach(text -> counts.merge(text.topic(), 1, Integer::sum));
    if (counts.size() < 2) {
      throw new UnfitTextsException(
          "a model needs texts of two topics at least; these have "
              + new TreeSet<>(counts.keySet()));
    }
    return counts;
  }
}
