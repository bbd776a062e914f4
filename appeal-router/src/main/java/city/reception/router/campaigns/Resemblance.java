package city.reception.router.campaigns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which earlier letters each of a batch of new ones resembles: of those that the database found
 * under its keys, and of those that stand before it in the batch. The keys only say where to look;
 * the signatures decide.
 */
final class Resemblance {

  private final CampaignRules rules;
  private final Map<Long, List<KnownLetter>> inBatch = new HashMap<>();

  /** Another letter, and how much it has in common with the one in question. */
  record Compared(KnownLetter letter, double similarity) {}

  /**
   * What one letter resembles.
   *
   * @param alike letters of the same matter, the most alike first
   * @param ofSamePerson letters of the same person, whatever they are about, the latest first
   */
  record Found(List<Compared> alike, List<Compared> ofSamePerson) {}

  Resemblance(CampaignRules rules) {
    this.rules = rules;
  }

  /** Looks at the next letter, and remembers it for those that follow. */
  Found next(NewLetter letter, List<KnownLetter> known) {
    List<KnownLetter> candidates = new ArrayList<>(known);
    Marks marks = letter.marks();
    for (long key : marks.keys()) {
      candidates.addAll(inBatch.getOrDefault(key, List.of()));
    }
    candidates.addAll(inBatch.getOrDefault(marks.applicant(), List.of()));
    Found found = compared(letter, candidates);
    KnownLetter self = KnownLetter.alone(letter);
    if (found.alike().isEmpty()) {
      for (long key : marks.keys()) {
        remember(key, self);
      }
      remember(marks.applicant(), self);
    } else {
      remember(marks.applicant(), self.like(found.alike().getFirst().letter()));
    }
    return found;
  }

  private Found compared(NewLetter letter, List<KnownLetter> candidates) {
    Set<Long> seen = new HashSet<>();
    List<Compared> alike = new ArrayList<>();
    List<Compared> ofSamePerson = new ArrayList<>();
    for (KnownLetter other : candidates) {
      if (!seen.add(other.id()) || other.appeal().equals(letter.appeal())) {
        continue;
      }
      Compared compared =
          new Compared(other, letter.marks().signature().similarity(other.signature()));
      if (letter.marks().isComparable() && compared.similarity() >= rules.alike()) {
        alike.add(compared);
      }
      if (other.applicant() == letter.marks().applicant()) {
        ofSamePerson.add(compared);
      }
    }
    alike.sort(Comparator.comparingDouble(Compared::similarity).reversed());
    ofSamePerson.sort(
        Comparator.<Compared>comparingLong(compared -> compared.letter().id()).reversed());
    return new Found(alike, ofSamePerson);
  }

  private void remember(long key, KnownLetter letter) {
    List<KnownLetter> under = inBatch.computeIfAbsent(key, k -> new ArrayList<>());
    if (under.size() == Gathering.MOST_UNDER_A_KEY) {
      under.removeFirst();
    }
    under.add(letter);
  }
}
