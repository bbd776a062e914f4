package city.reception.testing.letters;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the campaigns that were found with those that letters come from, by letter and by pair.
 * A found campaign is taken for the one that most of its letters come from; where several are, each
 * counts.
 */
public final class CampaignScore {

  private final Map<Integer, Long> written = new HashMap<>();
  private final Map<Object, Map<Integer, Long>> found = new HashMap<>();

  /** A letter and the campaign that it was found to be part of; null where it was not. */
  public void add(WrittenLetter letter, @Nullable Object campaign) {
    written.merge(letter.campaign(), 1L, Long::sum);
    if (campaign != null) {
      found.computeIfAbsent(campaign, c -> new HashMap<>()).merge(letter.campaign(), 1L, Long::sum);
    }
  }

  /** How many campaigns were found. */
  public int campaigns() {
    return found.size();
  }

  /** Of the letters that were found to be of a campaign, the share that is of that one. */
  public double precisionByLetter() {
    return (double) right() / inCampaigns();
  }

  /** Of the letters of campaigns, the share that was found to be of theirs. */
  public double recallByLetter() {
    return (double) right() / letters();
  }

  /** Of the pairs of letters that were put together, the share that belongs together. */
  public double precisionByPair() {
    return (double) rightPairs() / foundPairs();
  }

  /** Of the pairs of letters that belong together, the share that was put together. */
  public double recallByPair() {
    return (double) rightPairs() / writtenPairs();
  }

  private long right() {
    return found.values().stream()
        .mapToLong(letters ->
            letters.entrySet().stream()
                .filter(entry -> entry.getKey() != WrittenLetter.ALONE)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0))
        .sum();
  }

  private long inCampaigns() {
    return found.values().stream()
        .flatMap(letters -> letters.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private long letters() {
    return written.entrySet().stream()
        .filter(entry -> entry.getKey() != WrittenLetter.ALONE)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private long rightPairs() {
    return found.values().stream()
        .flatMap(letters -> letters.entrySet().stream())
        .filter(entry -> entry.getKey() != WrittenLetter.ALONE)
        .mapToLong(entry -> pairs(entry.getValue()))
        .sum();
  }

  private long foundPairs() {
    return found.values().stream()
        .mapToLong(letters -> pairs(letters.values().stream().mapToLong(n -> n).sum()))
        .sum();
  }

  private long writtenPairs() {
    return written.entrySet().stream()
        .filter(entry -> entry.getKey() != WrittenLetter.ALONE)
        .mapToLong(entry -> pairs(entry.getValue()))
        .sum();
  }

  private static long pairs(long letters) {
    return letters * (letters - 1) / 2;
  }
}
