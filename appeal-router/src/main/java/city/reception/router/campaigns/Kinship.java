package city.reception.router.campaigns;

import city.reception.events.AppealId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To what a new letter belongs.
 *
 * @param exemplar the number of the letter that it is most like; null where it is like none
 * @param repeatOf what the same person wrote last about the same matter
 * @param campaign the campaign that it is part of, by its lead
 * @param toTell whose letters became part of a campaign with this one, though they were registered
 *     without it
 */
public record Kinship(
    NewLetter letter,
    @Nullable Long exemplar,
    @Nullable AppealId repeatOf,
    @Nullable AppealId campaign,
    List<ToTell> toTell) {

  /** Letters like these exemplars are part of the campaign. */
  public record ToTell(AppealId campaign, List<Long> exemplars) {
    public ToTell {
      exemplars = List.copyOf(exemplars);
    }
  }

  public Kinship {
    toTell = List.copyOf(toTell);
  }
}
