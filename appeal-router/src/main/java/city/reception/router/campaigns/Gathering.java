package city.reception.router.campaigns;

import city.reception.events.AppealId;
import city.reception.router.campaigns.Kinship.ToTell;
import city.reception.router.campaigns.Matters.Group;
import city.reception.router.campaigns.Resemblance.Compared;
import city.reception.router.campaigns.Resemblance.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the new letters of a batch belong, each compared with the few that were found under
 * its keys and never with all.
 *
 * <p>A letter that is like none is an exemplar: later ones are compared with it. A letter that is
 * like exemplars of several matters joins the matters. So letters of one campaign that were taken
 * for the first of their kind at the same time, in two routers, come together with the next one.
 */
public final class Gathering {

  /**
   * How many letters are looked at under one key: the latest. So the phrase that stands in every
   * second letter costs no more than any other.
   */
  public static final int MOST_UNDER_A_KEY = 8;

  private final CampaignRules rules;
  private final List<NewLetter> letters;
  private final List<Found> found = new ArrayList<>();
  private final Matters matters;

  /**
   * Compares the letters with those that are known.
   *
   * @param known what was found under the keys of each letter, by its number
   */
  public Gathering(
      CampaignRules rules, List<NewLetter> letters, Map<Long, List<KnownLetter>> known) {
    this.rules = rules;
    this.letters = List.copyOf(letters);
    this.matters = new Matters(rules.voices());
    Resemblance resemblance = new Resemblance(rules);
    for (NewLetter letter : letters) {
      found.add(resemblance.next(letter, known.getOrDefault(letter.id(), List.of())));
    }
  }

  /**
   * The matters that may change, to be held before {@link #settle}: those that a letter joins and
   * that are no campaigns yet, or that a letter brings together. By their numbers, each with its
   * lead and its first voice, for a matter of one letter is not in the database yet.
   */
  public Map<Long, KnownLetter> contested() {
    Set<Long> own = letters.stream().map(NewLetter::id).collect(Collectors.toSet());
    Map<Long, KnownLetter> contested = new HashMap<>();
    for (Found of : found) {
      List<KnownLetter> joined = of.alike().stream().map(Compared::letter).toList();
      boolean several = joined.stream().map(KnownLetter::matter).distinct().count() > 1;
      for (KnownLetter letter : joined) {
        if ((several || !letter.campaign()) && !own.contains(letter.matter())) {
          contested.merge(
              letter.matter(), letter, (one, other) -> one.id() < other.id() ? one : other);
        }
      }
    }
    return contested;
  }

  /** The campaigns that letters join, and that are not to become part of another one meanwhile. */
  public Set<Long> joined() {
    Set<Long> contested = contested().keySet();
    return found.stream()
        .flatMap(of -> of.alike().stream())
        .map(Compared::letter)
        .filter(letter -> letter.campaign() && !contested.contains(letter.matter()))
        .map(KnownLetter::matter)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Where each letter belongs.
   *
   * @param held the {@link #contested} matters as they are
   */
  public Gathered settle(List<Matter> held) {
    held.forEach(matters::open);
    List<Kinship> kinships = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      kinships.add(settle(letters.get(i), found.get(i)));
    }
    return new Gathered(kinships, matters.newExemplars(), matters.changed(), matters.absorbed());
  }

  private Kinship settle(NewLetter letter, Found of) {
    if (of.alike().isEmpty()) {
      matters.begin(letter);
      return new Kinship(letter, null, repeat(of, null), null, List.of());
    }
    KnownLetter likest = of.alike().getFirst().letter();
    List<KnownLetter> alike = of.alike().stream().map(Compared::letter).toList();
    List<ToTell> toTell = new ArrayList<>();
    Group group = matters.join(alike, toTell);
    matters.speak(group, letter.marks().applicant(), toTell);
    return new Kinship(
        letter,
        likest.exemplar(),
        repeat(of, group),
        group.isCampaign() ? group.lead() : null,
        toTell);
  }

  private @Nullable AppealId repeat(Found of, @Nullable Group group) {
    for (Compared other : of.ofSamePerson()) {
      boolean sameMatter = group != null && matters.isOf(group, other.letter());
      if (sameMatter || other.similarity() >= rules.alikeOfOne()) {
        return other.letter().appeal();
      }
    }
    return null;
  }
}
