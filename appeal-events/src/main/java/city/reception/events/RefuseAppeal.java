package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * End the case without an answer on the substance (59-FZ, articles 11 and 8.7).
 *
 * @param text what the resident is told beside what the ground says; null for nothing
 * @param publishedAt the https address of the answer, where it is already published; required then
 */
public record RefuseAppeal(
    AppealId appealId,
    int expectedVersion,
    String actor,
    RefusalGround ground,
    @Nullable String text,
    @Nullable String publishedAt)
    implements CommitteeAction {

  public RefuseAppeal {
    Texts.require("actor", actor, Limits.NAME);
    Texts.requireIfPresent("text", text, Limits.TEXT);
    Texts.requireAddressIfPresent("publishedAt", publishedAt, Limits.WEB_ADDRESS);
  }
}
