package city.reception.router.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Withholds what would tell of fewer than {@link #FEWEST} people, directly or as what is left of a
 * total when the published parts are taken away.
 *
 * <p>A count under {@link #FEWEST} is withheld, zero too. Where anything is, at least two parts of
 * the total are, and together they are {@link #FEWEST} or more: the smallest of the others go with
 * them until that is so. The results of the answers (satisfied, explained, declined) add up to
 * those in time and late; where one of these two is withheld, not all three results are published.
 * A group of fewer than {@link #FEWEST} appeals does not appear at all.
 */
public final class Suppression {

  /** No count under this is published (59-FZ, article 6.2, as the practice reads it). */
  public static final long FEWEST = 5;

  private Suppression() {}

  /** What may be published of {@code counted}; nothing where the group is too small. */
  public static Optional<Counts> publishable(Counts counted) {
    if (value(counted.received()) < FEWEST) {
      return Optional.empty();
    }
    long[] outcomes =
        values(
            counted.answeredInTime(),
            counted.answeredLate(),
            counted.open(),
            counted.forwarded(),
            counted.refused(),
            counted.correspondenceEnded(),
            counted.withdrawn());
    Set<Integer> outcomesWithheld = withheld(outcomes);
    boolean answersKnown = !outcomesWithheld.contains(0) && !outcomesWithheld.contains(1);
    long[] results = values(counted.satisfied(), counted.explained(), counted.declined());
    Set<Integer> resultsWithheld = withheld(results);
    if (!answersKnown && resultsWithheld.isEmpty()) {
      smallest(results, resultsWithheld).limit(2).forEach(resultsWithheld::add);
    }
    boolean enoughAnswers = outcomes[0] + outcomes[1] >= FEWEST;
    return Optional.of(
        new Counts(
            counted.received(),
            published(outcomes, outcomesWithheld, 0),
            published(outcomes, outcomesWithheld, 1),
            published(outcomes, outcomesWithheld, 2),
            published(outcomes, outcomesWithheld, 3),
            published(outcomes, outcomesWithheld, 4),
            published(outcomes, outcomesWithheld, 5),
            published(outcomes, outcomesWithheld, 6),
            published(results, resultsWithheld, 0),
            published(results, resultsWithheld, 1),
            published(results, resultsWithheld, 2),
            enoughAnswers ? counted.medianDays() : null,
            enoughAnswers ? counted.ninetiethPercentileDays() : null));
  }

  /** Which of the parts of a total that may be known are not published. */
  private static Set<Integer> withheld(long[] parts) {
    Set<Integer> withheld = new HashSet<>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] < FEWEST) {
        withheld.add(i);
      }
    }
    List<Integer> others = new ArrayList<>(smallest(parts, withheld).boxed().toList());
    while (!withheld.isEmpty()
        && !others.isEmpty()
        && (withheld.size() < 2 || sum(parts, withheld) < FEWEST)) {
      withheld.add(others.removeFirst());
    }
    return withheld;
  }

  /** Those that are not withheld, the smallest first. */
  private static IntStream smallest(long[] parts, Set<Integer> withheld) {
    return IntStream.range(0, parts.length)
        .filter(i -> !withheld.contains(i))
        .boxed()
        .sorted(Comparator.comparingLong(i -> parts[i]))
        .mapToInt(Integer::intValue);
  }

  private static long sum(long[] parts, Set<Integer> which) {
    return which.stream().mapToLong(i -> parts[i]).sum();
  }

  private static @Nullable Long published(long[] parts, Set<Integer> withheld, int part) {
    return withheld.contains(part) ? null : Long.valueOf(parts[part]);
  }

  private static long[] values(@Nullable Long... counts) {
    return Arrays.stream(counts).mapToLong(Suppression::value).toArray();
  }

  private static long value(@Nullable Long count) {
    return Objects.requireNonNull(count, "counted, not published");
  }
}
