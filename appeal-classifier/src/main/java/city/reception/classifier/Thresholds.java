package city.reception.classifier;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * From which probability a topic is acted on without a person.
 *
 * @param precision the share that is to be right of what goes without a person
 * @param byTopic by topic; more than 1 where it never does
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
public record Thresholds(double precision, float[] byTopic) {

  /** A topic with fewer texts always goes to a person. */
  public static final int FEWEST_TEXTS = 20;

  private static final float NEVER = 2;

  /** What held-out texts must exceed the precision by, in standard errors of their share. */
  private static final double MARGIN = 2;

  /**
   * No margin is more than this share of the errors that are allowed: of few texts, no share is
   * known well, and asking for more than can be shown would send all to people.
   */
  private static final double MOST_MARGIN = 0.25;

  /** A share of fewer texts is none. */
  private static final int FEWEST_HELD_OUT = 10;

  /** By how much a single topic may stay below the precision that all together reach. */
  private static final double TOPIC_SLACK = 0.1;

  public boolean certain(int topic, float probability) {
    return probability >= byTopic[topic];
  }

  boolean never(int topic) {
    return byTopic[topic] > 1;
  }

  /** As {@link #of(OutOfFold, int[], int[], double)}, with each topic alone in its group. */
  public static Thresholds of(OutOfFold held, int[] counts, double precision) {
    return of(held, counts, IntStream.range(0, counts.length).toArray(), precision);
  }

  /**
   * The lowest thresholds with which held-out texts reached {@code precision}, with a margin.
   *
   * @param group by topic, its group: a topic taken for another of its group is right, and the
   *     likeliest is as likely as those of its group together
   */
  static Thresholds of(OutOfFold held, int[] counts, int[] group, double precision) {
    float[] probability = new float[held.size()];
    for (int i = 0; i < probability.length; i++) {
      probability[i] = held.together(i, group);
    }
    int[] order =
        IntStream.range(0, held.size())
            .filter(i -> counts[held.predicted(i)] >= FEWEST_TEXTS)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probability[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    float common = lowest(held, probability, group, order, precision);
    double least = precision - TOPIC_SLACK;
    float[] thresholds = new float[counts.length];
    for (int k = 0; k < counts.length; k++) {
      int topic = k;
      int[] own = Arrays.stream(order).filter(i -> held.predicted(i) == topic).toArray();
      thresholds[k] = Math.max(common, lowest(held, probability, group, own, least));
    }
    return new Thresholds(precision, thresholds);
  }

  private static float lowest(
      OutOfFold held, float[] probability, int[] group, int[] order, double precision) {
    int right = 0;
    float lowest = NEVER;
    for (int n = 1; n <= order.length; n++) {
      int i = order[n - 1];
      right += group[held.actual()[i]] == group[held.predicted(i)] ? 1 : 0;
      double margin =
          Math.min(
              MARGIN * Math.sqrt(precision * (1 - precision) / n), MOST_MARGIN * (1 - precision));
      boolean tie = n < order.length && probability[order[n]] == probability[i];
      if (!tie && n >= FEWEST_HELD_OUT && right >= (precision + margin) * n) {
        lowest = probability[i];
        if (n == order.length) {
          // All were right enough: nothing says that less would not do.
          lowest = Math.min(lowest, (float) (1 - MOST_MARGIN * (1 - precision)));
        }
      }
    }
    return lowest;
  }
}
