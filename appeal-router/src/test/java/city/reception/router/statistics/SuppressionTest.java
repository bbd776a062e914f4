package city.reception.router.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is published tells of nobody. */
class SuppressionTest {

  @Test
  void aGroupOfFewerThanFiveDoesNotAppear() {
    assertThat(Suppression.publishable(counts(new long[] {4, 0, 0, 0, 0, 0, 0}, 4, 0, 0)))
        .isEmpty();
  }

  @Test
  void whereEverythingIsManyEverythingIsPublished() {
    Counts counts = counts(new long[] {50, 9, 8, 7, 6, 5, 10}, 20, 30, 9);

    assertThat(Suppression.publishable(counts)).contains(counts);
  }

  @Test
  void aSmallCountIsWithheldTogetherWithTheNextSmallest() {
    // Late alone would follow from the total: the five that were forwarded go with it.
    Counts published = published(counts(new long[] {50, 3, 8, 5, 6, 7, 10}, 20, 28, 5));

    assertThat(published.received()).isEqualTo(89);
    assertThat(published.answeredInTime()).isEqualTo(50);
    assertThat(published.answeredLate()).isNull();
    assertThat(published.forwarded()).isNull();
    assertThat(published.open()).isEqualTo(8);
  }

  @Test
  void severalSmallCountsThatAreFiveTogetherNeedNoOther() {
    Counts published = published(counts(new long[] {50, 3, 2, 0, 0, 0, 0}, 20, 28, 5));

    assertThat(published.answeredInTime()).isEqualTo(50);
    assertThat(published.open()).isNull();
    assertThat(published.withdrawn()).isNull();
  }

  @Test
  void smallCountsThatAreFewTogetherTakeALargerOneWithThem() {
    Counts published = published(counts(new long[] {50, 1, 2, 0, 0, 0, 0}, 20, 26, 5));

    assertThat(published.received()).isEqualTo(53);
    assertThat(published.answeredInTime()).isNull();
  }

  @Test
  void theResultsDoNotTellHowManyWereLate() {
    Counts published = published(counts(new long[] {50, 3, 2, 0, 0, 0, 0}, 20, 28, 5));

    assertThat(published.satisfied()).isNull();
    assertThat(published.declined()).isNull();
    assertThat(published.explained()).isEqualTo(28);
  }

  @Test
  void daysAreShownForFiveAnswersAndMore() {
    assertThat(published(counts(new long[] {3, 1, 50, 0, 0, 0, 9}, 4, 0, 0)).medianDays()).isNull();
    assertThat(published(counts(new long[] {3, 2, 50, 0, 0, 0, 9}, 5, 0, 0)).medianDays())
        .isEqualTo("12.5");
  }

  /**
   * For each published row, other counts would have been published alike, in every withheld cell.
   */
  @Test
  void noWithheldCountCanBeComputedFromWhatIsPublished() {
    Random random = new Random(59);
    for (int run = 0; run < 20_000; run++) {
      long[] outcomes = random.longs(7, 0, random.nextInt(1, 14)).toArray();
      long answered = outcomes[0] + outcomes[1];
      long satisfied = random.nextLong(answered + 1);
      long explained = random.nextLong(answered - satisfied + 1);
      Counts counted = counts(outcomes, satisfied, explained, answered - satisfied - explained);

      Optional<Counts> published = Suppression.publishable(counted);

      published.ifPresent(row -> {
        assertThat(cells(row).filter(Objects::nonNull)).allMatch(count -> count >= 5);
        assertSafe(outcomes(row), row.received());
        Long inTime = row.answeredInTime();
        Long late = row.answeredLate();
        List<@Nullable Long> results = results(row);
        if (inTime != null && late != null) {
          assertSafe(results, inTime + late);
        } else if (results.stream().allMatch(Objects::nonNull)) {
          throw new AssertionError("the results tell how many were answered: " + row);
        }
      });
    }
  }

  /** None is withheld, or two at least whose sum is five or more. */
  private static void assertSafe(List<@Nullable Long> parts, @Nullable Long total) {
    long withheld = parts.stream().filter(Objects::isNull).count();
    long rest =
        Objects.requireNonNull(total)
            - parts.stream().filter(Objects::nonNull).mapToLong(Long::longValue).sum();
    assertThat(withheld == 0 ? rest == 0 : withheld >= 2 && (rest >= 5 || total < 5))
        .as("%s of %s", parts, total)
        .isTrue();
  }

  private static List<@Nullable Long> outcomes(Counts row) {
    List<@Nullable Long> outcomes = new ArrayList<>();
    outcomes.add(row.answeredInTime());
    outcomes.add(row.answeredLate());
    outcomes.add(row.open());
    outcomes.add(row.forwarded());
    outcomes.add(row.refused());
    outcomes.add(row.correspondenceEnded());
    outcomes.add(row.withdrawn());
    return outcomes;
  }

  private static List<@Nullable Long> results(Counts row) {
    List<@Nullable Long> results = new ArrayList<>();
    results.add(row.satisfied());
    results.add(row.explained());
    results.add(row.declined());
    return results;
  }

  private static Stream<@Nullable Long> cells(Counts row) {
    return Stream.of(Stream.of(row.received()), outcomes(row).stream(), results(row).stream())
        .flatMap(cells -> cells);
  }

  private static Counts published(Counts counted) {
    return Suppression.publishable(counted).orElseThrow();
  }

  private static Counts counts(long[] outcomes, long satisfied, long explained, long declined) {
    long received = 0;
    for (long outcome : outcomes) {
      received += outcome;
    }
    return new Counts(
        received,
        outcomes[0],
        outcomes[1],
        outcomes[2],
        outcomes[3],
        outcomes[4],
        outcomes[5],
        outcomes[6],
        satisfied,
        explained,
        declined,
        new BigDecimal("12.5"),
        new BigDecimal("29.0"));
  }
}
