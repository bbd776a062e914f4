package city.reception.events;

import java.util.List;

/**
 * Split an appeal of several questions among the committees whose business they are (59-FZ, article
 * 8.4). Each part becomes a case of its own; the appeal is answered when all of them have ended.
 *
 * @param parts 2 to 10
 * @param reason why, for the resident
 */
public record SplitAppeal(
    AppealId appealId, int expectedVersion, String actor, List<Part> parts, String reason)
    implements CommitteeAction {

  /**
   * One part.
   *
   * @param committee whose business it is
   * @param question what it is about
   */
  public record Part(CommitteeId committee, String question) {
    public Part {
      Texts.require("parts.question", question, Limits.REASON);
    }
  }

  public SplitAppeal {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("reason", reason, Limits.REASON);
    parts = List.copyOf(parts);
    if (parts.size() < Limits.PARTS_LEAST || parts.size() > Limits.PARTS_MOST) {
      throw new IllegalArgumentException(
          "parts are not " + Limits.PARTS_LEAST + " to " + Limits.PARTS_MOST);
    }
  }
}
