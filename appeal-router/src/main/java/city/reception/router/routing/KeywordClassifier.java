package city.reception.router.routing;

import city.reception.events.CommitteeId;
import city.reception.events.RoutingDecision.Candidate;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A transparent score: the sum of the weights of a committee's terms that occur in the subject or
 * the text, each term counted at most twice. A term of one word matches every word that begins with
 * it; a term of several words matches as many words in a row. Letter case and the dots of ё do not
 * matter.
 */
public final class KeywordClassifier implements Classifier {

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int COUNTED = 2;

  private final String version;
  private final Map<String, List<Term>> byFirstWord = new HashMap<>();
  private int shortest = Integer.MAX_VALUE;
  private int longest;

  /** A classifier over each committee's terms with their weights. */
  public KeywordClassifier(Map<CommitteeId, Map<String, Integer>> vocabularies) {
    // The vocabularies are the model: the version changes when they do, and only then.
    this.version = "keywords-" + checksum(vocabularies);
    vocabularies.forEach(
        (committee, terms) -> terms.forEach((term, weight) -> add(committee, term, weight)));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<Candidate> classify(String subject, String text) {
    String[] words = words(subject + "\n" + text);
    Map<Term, Integer> found = new LinkedHashMap<>();
    for (int at = 0; at < words.length; at++) {
      String word = words[at];
      for (int length = shortest; length <= Math.min(longest, word.length()); length++) {
        for (Term term : byFirstWord.getOrDefault(word.substring(0, length), List.of())) {
          if (term.restMatches(words, at)) {
            found.merge(term, 1, (a, b) -> Math.min(COUNTED, a + b));
          }
        }
      }
    }
    return candidates(found);
  }

  private static List<Candidate> candidates(Map<Term, Integer> found) {
    Map<CommitteeId, Integer> scores = new HashMap<>();
    Map<CommitteeId, List<String>> terms = new HashMap<>();
    found.forEach((term, count) -> {
      scores.merge(term.committee(), term.weight() * count, Integer::sum);
      terms.computeIfAbsent(term.committee(), c -> new ArrayList<>()).add(term.text());
    });
    return scores.entrySet().stream()
        .map(score ->
            new Candidate(
                score.getKey(), score.getValue(), terms.getOrDefault(score.getKey(), List.of())))
        .sorted(
            Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(candidate -> candidate.committee().slug()))
        .toList();
  }

  private void add(CommitteeId committee, String text, int weight) {
    String[] words = words(text);
    if (words.length == 0) {
      throw new IllegalArgumentException(committee + ": the term '" + text + "' has no word");
    }
    byFirstWord
        .computeIfAbsent(words[0], first -> new ArrayList<>())
        .add(new Term(committee, text, List.of(words), weight));
    shortest = Math.min(shortest, words[0].length());
    longest = Math.max(longest, words[0].length());
  }

  private static String checksum(Map<CommitteeId, Map<String, Integer>> vocabularies) {
    CRC32 checksum = new CRC32();
    Map<String, Map<String, Integer>> sorted = new TreeMap<>();
    vocabularies.forEach((committee, terms) -> sorted.put(committee.slug(), new TreeMap<>(terms)));
    checksum.update(sorted.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(checksum.getValue());
  }

  private static String[] words(String text) {
    // Composed first: some systems write ё and й as a letter and a mark of its own.
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String folded = composed.toLowerCase(Locale.ROOT).replace('ё', 'е');
    return NOT_A_WORD.splitAsStream(folded).filter(word -> !word.isEmpty()).toArray(String[]::new);
  }

  private record Term(CommitteeId committee, String text, List<String> words, int weight) {

    boolean restMatches(String[] text, int at) {
      if (at + words.size() > text.length) {
        return false;
      }
      for (int i = 1; i < words.size(); i++) {
        if (!text[at + i].startsWith(words.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
