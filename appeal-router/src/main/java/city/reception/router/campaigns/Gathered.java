package city.reception.router.campaigns;

import city.reception.events.AppealId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a batch of new letters adds to what is remembered.
 *
 * @param letters all of them, in their order
 * @param exemplars the exemplars that are new as such, by their numbers
 * @param matters the matters that changed
 * @param absorbed the matters that are now part of another one, with that
 */
public record Gathered(
    List<Kinship> letters,
    Map<Long, Exemplar> exemplars,
    List<Changed> matters,
    Map<Long, Long> absorbed) {

  /** The letter that others are like, and the matter that it is part of. */
  public record Exemplar(AppealId appeal, long matter) {}

  /** Who speaks in a matter now, and whether it is a campaign. */
  public record Changed(long matter, Set<Long> voices, boolean campaign) {
    public Changed {
      voices = Set.copyOf(voices);
    }
  }

  public Gathered {
    letters = List.copyOf(letters);
    exemplars = Map.copyOf(exemplars);
    matters = List.copyOf(matters);
    absorbed = Map.copyOf(absorbed);
  }
}
