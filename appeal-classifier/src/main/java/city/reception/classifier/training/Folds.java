package city.reception.classifier.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which texts are held out together: all texts of a group, so that none is judged by its copy.
 *
 * @param foldOf by text
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
record Folds(int[] foldOf) {

  static final int COUNT = 5;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /**
   * The groups are dealt out by their numbers, which are hashes: the order of texts does not
   * matter.
   */
  static Folds of(long[] groups) {
    return new Folds(Arrays.stream(groups).mapToInt(Folds::fold).toArray());
  }

  private static int fold(long group) {
    long spread = group * SPREAD;
    return (int) ((spread >>> 7) % COUNT);
  }

  /** Gives a text's scores. */
  interface Scorer {
    float[] score(int text);
  }

  /**
   * By text and topic, the scores of a model that has not seen the text. Two folds at a time.
   *
   * @param training makes a scorer of the rows that it is given
   */
  float[][] scores(Function<int[], Scorer> training, Consumer<String> progress) {
    float[][] scores = new float[foldOf.length][];
    int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> folds = new ArrayList<>();
      for (int fold = 0; fold < COUNT; fold++) {
        int held = fold;
        folds.add(pool.submit(() -> score(held, training, scores)));
      }
      for (int fold = 0; fold < COUNT; fold++) {
        folds.get(fold).get();
        progress.accept("fold %d of %d held out and judged".formatted(fold + 1, COUNT));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fold could not be trained", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("training was interrupted", e);
    }
    return scores;
  }

  private void score(int held, Function<int[], Scorer> training, float[][] scores) {
    int[] others = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != held).toArray();
    Scorer scorer = training.apply(others);
    for (int i = 0; i < foldOf.length; i++) {
      if (foldOf[i] == held) {
        scores[i] = scorer.score(i);
      }
    }
  }
}
