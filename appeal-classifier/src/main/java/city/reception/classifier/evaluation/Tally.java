package city.reception.classifier.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts, text by text, what was said against what is so. */
public final class Tally {

  private static final int BINS = 15;

  private final Map<String, int[]> topics = new TreeMap<>();
  private final Map<Pair, int[]> confusions = new HashMap<>();
  private final double[] said = new double[BINS];
  private final int[] so = new int[BINS];
  private int all;
  private int right;
  private int among2;
  private int certain;
  private int certainAndRight;

  private record Pair(String actual, String predicted) {}

  /**
   * Counts a text.
   *
   * @param actual what it is about
   * @param predicted what was likeliest
   * @param second what came next; equal to {@code predicted} where nothing did
   * @param probability of the likeliest
   * @param sure whether it would be acted on without a person
   */
  public void add(
      String actual, String predicted, String second, double probability, boolean sure) {
    boolean hit = actual.equals(predicted);
    all++;
    right += hit ? 1 : 0;
    among2 += hit || actual.equals(second) ? 1 : 0;
    certain += sure ? 1 : 0;
    certainAndRight += sure && hit ? 1 : 0;
    int bin = Math.min(BINS - 1, (int) (probability * BINS));
    said[bin] += probability;
    so[bin] += hit ? 1 : 0;
    count(actual)[0]++;
    count(predicted)[1]++;
    if (hit) {
      count(actual)[2]++;
    } else {
      int[] pair = confusions.computeIfAbsent(new Pair(actual, predicted), p -> new int[2]);
      pair[0]++;
      pair[1] += sure ? 1 : 0;
    }
    count(actual)[3] += sure ? 1 : 0;
  }

  public int texts() {
    return all;
  }

  public double accuracy() {
    return share(right, all);
  }

  /** The share of texts whose topic was among the two likeliest. */
  public double top2() {
    return share(among2, all);
  }

  /** The share of texts that would be acted on without a person. */
  public double coverage() {
    return share(certain, all);
  }

  /** Of those, the share that was right; 1 where there were none. */
  public double precision() {
    return certain == 0 ? 1 : share(certainAndRight, certain);
  }

  /** The mean F1 of the topics that are so or were said. */
  public double macroF1() {
    return topics().stream().mapToDouble(TopicFigures::f1).average().orElse(0);
  }

  /** The mean F1 of the topics, each as often as it is so. */
  public double weightedF1() {
    return topics().stream().mapToDouble(topic -> topic.f1() * topic.texts()).sum()
        / Math.max(1, all);
  }

  /** By how much the probabilities miss the shares that came true, in 15 bins of equal width. */
  public double ece() {
    double off = 0;
    for (int bin = 0; bin < BINS; bin++) {
      off += Math.abs(said[bin] - so[bin]);
    }
    return all == 0 ? 0 : off / all;
  }

  /** The figures of each topic, that with most texts first. */
  public List<TopicFigures> topics() {
    List<TopicFigures> figures = new ArrayList<>();
    topics.forEach((topic, n) ->
        figures.add(
            new TopicFigures(
                topic, n[0], share(n[2], n[1]), share(n[2], n[0]), share(n[3], n[0]))));
    figures.sort(Comparator.comparingInt(TopicFigures::texts).reversed());
    return figures;
  }

  /** What was taken for what: first what would have gone wrong without a person most often. */
  public List<Confusion> confusions() {
    List<Confusion> list = new ArrayList<>();
    confusions.forEach(
        (pair, n) -> list.add(new Confusion(pair.actual(), pair.predicted(), n[0], n[1])));
    list.sort(
        Comparator.comparingInt(Confusion::unseen)
            .thenComparingInt(Confusion::texts)
            .reversed()
            .thenComparing(Confusion::actual)
            .thenComparing(Confusion::predicted));
    return list;
  }

  private int[] count(String topic) {
    return topics.computeIfAbsent(topic, t -> new int[4]);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /**
   * A topic's figures.
   *
   * @param texts how many are about it
   * @param precision of those said to be about it, the share that is
   * @param recall of those about it, the share that was found
   * @param coverage of those about it, the share that would be acted on without a person
   */
  public record TopicFigures(
      String topic, int texts, double precision, double recall, double coverage) {

    public double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  /**
   * One topic taken for another.
   *
   * @param texts how often
   * @param unseen how often without a person
   */
  public record Confusion(String actual, String predicted, int texts, int unseen) {}
}
