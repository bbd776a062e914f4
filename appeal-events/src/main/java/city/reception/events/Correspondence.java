package city.reception.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and said in a case until now, beside the appeal itself: the questions to the
 * resident and what the resident added, and the requests of deputies with the replies.
 *
 * @param exchanges in the order in which they came
 * @param leftOut how many earlier ones are left out, so that the whole stays within bounds
 */
public record Correspondence(List<Exchange> exchanges, int leftOut) {

  public Correspondence {
    exchanges = List.copyOf(exchanges);
  }

  /**
   * One of them.
   *
   * @param at when: the append time of its record in the log
   * @param committee who held the case then; null where it was not routed yet
   * @param actor who asked, or noted the reply; null for a resident's own words
   * @param text the words
   * @param request which request, of those and of the replies
   * @param body which body was asked, of requests
   * @param dueAt by when it is to reply, of requests
   */
  public record Exchange(
      Kind kind,
      Instant at,
      @Nullable CommitteeId committee,
      @Nullable String actor,
      String text,
      @Nullable EventId request,
      @Nullable String body,
      @Nullable Instant dueAt) {}

  /** What an exchange is. */
  public enum Kind {
    /** A committee asked the resident. */
    CLARIFICATION_ASKED,
    /** The resident added to the appeal, asked or unasked. */
    CLARIFIED,
    /** A deputy asked a body. */
    INFORMATION_REQUESTED,
    /** The body replied. */
    REQUEST_REPLIED
  }
}
