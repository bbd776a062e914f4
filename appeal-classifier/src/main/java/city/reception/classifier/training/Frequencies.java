package city.reception.classifier.training;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongToIntFunction;

/**
 * In how many texts each feature occurs.
 *
 * @param hashes of the features that enough texts have, ascending
 * @param texts by feature
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
record Frequencies(long[] hashes, int[] texts) {

  /**
   * Counts.
   *
   * @param readings the features of each text, sorted
   * @param fewest by feature, how many texts must have it for it to count
   */
  static Frequencies of(Collection<long[]> readings, LongToIntFunction fewest) {
    long[] all = new long[readings.stream().mapToInt(features -> features.length).sum()];
    int total = 0;
    for (long[] features : readings) {
      for (int i = 0; i < features.length; i++) {
        if (i == 0 || features[i] != features[i - 1]) {
          all[total++] = features[i];
        }
      }
    }
    Arrays.parallelSort(all, 0, total);
    long[] hashes = new long[total];
    int[] texts = new int[total];
    int count = 0;
    int end;
    for (int i = 0; i < total; i = end) {
      end = i + 1;
      while (end < total && all[end] == all[i]) {
        end++;
      }
      if (end - i >= fewest.applyAsInt(all[i])) {
        hashes[count] = all[i];
        texts[count++] = end - i;
      }
    }
    return new Frequencies(Arrays.copyOf(hashes, count), Arrays.copyOf(texts, count));
  }
}
