package city.reception.classifier.training;

import java.util.Arrays;
import java.util.Collection;

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
   * @param readings the features of each text
   * @param fewest how many texts must have a feature for it to count
   * @param most how many features count at most: of a large corpus, those that more texts have
   */
  static Frequencies of(Collection<long[]> readings, int fewest, int most) {
    long[] all = new long[readings.stream().mapToInt(features -> features.length).sum()];
    int total = 0;
    for (long[] reading : readings) {
      long[] features = reading.clone();
      Arrays.sort(features);
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
      if (end - i >= fewest) {
        hashes[count] = all[i];
        texts[count++] = end - i;
      }
    }
    return new Frequencies(Arrays.copyOf(hashes, count), Arrays.copyOf(texts, count)).only(most);
  }

  private Frequencies only(int most) {
    if (hashes.length <= most) {
      return this;
    }
    int[] sorted = texts.clone();
    Arrays.sort(sorted);
    int fewest = sorted[sorted.length - most - 1] + 1;
    int count = 0;
    long[] kept = new long[most];
    int[] keptTexts = new int[most];
    for (int f = 0; f < hashes.length; f++) {
      if (texts[f] >= fewest) {
        kept[count] = hashes[f];
        keptTexts[count++] = texts[f];
      }
    }
    return new Frequencies(Arrays.copyOf(kept, count), Arrays.copyOf(keptTexts, count));
  }
}
