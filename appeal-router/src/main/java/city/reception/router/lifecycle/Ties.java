package city.reception.router.lifecycle;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import org.jspecify.annotations.Nullable;

/**
 * To what else a case is tied.
 *
 * @param parent the appeal that it is a part of
 * @param complaintAbout the committee that the resident complains of, to whom it is never given
 *     (59-FZ, article 8.6)
 * @param repeatOf the earlier case of the same person on the same matter
 * @param campaign the first case of the campaign that it belongs to
 */
public record Ties(
    @Nullable AppealId parent,
    @Nullable CommitteeId complaintAbout,
    @Nullable AppealId repeatOf,
    @Nullable AppealId campaign) {

  /** A case by itself. */
  public static final Ties NONE = new Ties(null, null, null, null);

  /** A part of that appeal. */
  static Ties partOf(AppealId parent) {
    return new Ties(parent, null, null, null);
  }

  Ties inCampaign(AppealId joined) {
    return new Ties(parent, complaintAbout, repeatOf, joined);
  }

  Ties complainingAbout(@Nullable CommitteeId committee) {
    return new Ties(parent, committee, repeatOf, campaign);
  }
}
