package city.reception.router.campaigns;

import city.reception.events.AppealId;
import city.reception.router.campaigns.Gathered.Changed;
import city.reception.router.campaigns.Gathered.Exemplar;
import city.reception.router.campaigns.Kinship.ToTell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The matters that a batch has to do with, while its letters begin, join and unite them. */
final class Matters {

  private final int enough;
  private final Map<Long, Group> groups = new HashMap<>();
  private final Map<Long, Long> absorbed = new LinkedHashMap<>();
  private final Map<Long, AppealId> begun = new LinkedHashMap<>();
  private final Set<Group> changed = new LinkedHashSet<>();

  /**
   * @param enough how many voices make a campaign
   */
  Matters(int enough) {
    this.enough = enough;
  }

  /** A matter as far as it is known here. */
  static final class Group {
    private final long id;
    private final AppealId lead;
    private final Set<Long> voices;
    private final List<Long> exemplars;
    private boolean campaign;

    private Group(Matter matter) {
      this.id = matter.id();
      this.lead = matter.lead();
      this.voices = new LinkedHashSet<>(matter.voices());
      this.exemplars = new ArrayList<>(matter.exemplars());
      this.campaign = matter.campaign();
    }

    AppealId lead() {
      return lead;
    }

    boolean isCampaign() {
      return campaign;
    }
  }

  /** A matter that is in the database, and held. */
  void open(Matter matter) {
    groups.put(matter.id(), new Group(matter));
  }

  /** A letter that is like none before it. */
  void begin(NewLetter letter) {
    begun.put(letter.id(), letter.appeal());
    open(
        new Matter(
            letter.id(),
            letter.appeal(),
            Set.of(letter.marks().applicant()),
            false,
            List.of(letter.id())));
  }

  /**
   * A letter that is like these joins their matter. Where they are of several, those become one:
   * the campaign among them, or the oldest.
   *
   * @param toTell takes whose letters are part of a campaign by that
   */
  Group join(List<KnownLetter> alike, List<ToTell> toTell) {
    List<Group> joined =
        alike.stream()
            .map(this::of)
            .distinct()
            .sorted(
                Comparator.comparing((Group group) -> !group.campaign)
                    .thenComparingLong(group -> group.id))
            .toList();
    Group first = joined.getFirst();
    for (Group other : joined.subList(1, joined.size())) {
      absorbed.put(other.id, first.id);
      changed.remove(other);
      changed.add(first);
      first.exemplars.addAll(other.exemplars);
      other.voices.forEach(voice -> addTo(first, voice));
      if (first.campaign) {
        toTell.add(new ToTell(first.lead, other.exemplars));
      }
    }
    return first;
  }

  /**
   * Somebody speaks in a matter; the one who makes the voices enough makes it a campaign.
   *
   * @param toTell takes whose letters are part of a campaign by that
   */
  void speak(Group group, long applicant, List<ToTell> toTell) {
    if (group.campaign) {
      return;
    }
    addTo(group, applicant);
    changed.add(group);
    if (group.voices.size() >= enough) {
      group.campaign = true;
      toTell.add(new ToTell(group.lead, group.exemplars));
    }
  }

  boolean isOf(Group group, KnownLetter letter) {
    return now(letter.matter()) == group.id;
  }

  Map<Long, Exemplar> newExemplars() {
    Map<Long, Exemplar> exemplars = new LinkedHashMap<>();
    begun.forEach((id, appeal) -> {
      Group group = groups.get(now(id));
      if (group != null && changed.contains(group)) {
        exemplars.put(id, new Exemplar(appeal, group.id));
      }
    });
    return exemplars;
  }

  List<Changed> changed() {
    return changed.stream()
        .map(group -> new Changed(group.id, group.voices, group.campaign))
        .toList();
  }

  /** The matters that were in the database as their own and are part of another one now. */
  Map<Long, Long> absorbed() {
    Map<Long, Long> stored = new LinkedHashMap<>();
    absorbed.keySet().stream()
        .filter(id -> !begun.containsKey(id))
        .forEach(id -> stored.put(id, now(id)));
    return stored;
  }

  private Group of(KnownLetter letter) {
    return groups.computeIfAbsent(
        now(letter.matter()),
        id -> {
          if (!letter.campaign()) {
            throw new IllegalStateException("a matter that may change is held");
          }
          return new Group(new Matter(id, letter.lead(), Set.of(), true, List.of()));
        });
  }

  private long now(long matter) {
    long id = matter;
    for (Long by = absorbed.get(id); by != null; by = absorbed.get(id)) {
      id = by;
    }
    return id;
  }

  private void addTo(Group group, long voice) {
    if (group.voices.size() < enough) {
      group.voices.add(voice);
    }
  }
}
