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

  public boolean certain(int topic, float probability) {
    return probability >= byTopic[topic];
  }

  boolean never(int topic) {
    return byTopic[topic] > 1;
  }

  /** The lowest thresholds with which held-out texts reached {@code precision}. */
  public static Thresholds of(OutOfFold held, int[] counts, double precision) {
    float[] thresholds = new float[counts.length];
    Arrays.fill(thresholds, NEVER);
    int[] order =
        IntStream.range(0, held.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -held.probability()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int right = 0;
    int all = 0;
    float lowest = NEVER;
    for (int i : order) {
      if (counts[held.predicted()[i]] < FEWEST_TEXTS) {
        continue;
      }
      all++;
      right += held.actual()[i] == held.predicted()[i] ? 1 : 0;
      if (right >= precision * all) {
        lowest = held.probability()[i];
      }
    }
    for (int k = 0; k < counts.length; k++) {
      thresholds[k] = counts[k] < FEWEST_TEXTS ? NEVER : lowest;
    }
    return new Thresholds(precision, thresholds);
  }
}
