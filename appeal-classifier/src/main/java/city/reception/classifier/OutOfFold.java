package city.reception.classifier;

/**
 * What a model said of the texts that it was trained on, each said by a model that had not seen it.
 * Thresholds for any precision are taken from here, never from the texts that are measured.
 *
 * @param texts by text, a number that tells it from others, and no more of it
 * @param actual by text, the topic that it has
 * @param predicted by text, the topic that was likeliest
 * @param probability by text, of that topic
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
public record OutOfFold(long[] texts, short[] actual, short[] predicted, float[] probability) {

  public int size() {
    return actual.length;
  }
}
