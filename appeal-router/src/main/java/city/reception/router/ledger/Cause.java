package city.reception.router.ledger;

import city.reception.events.CommitteeId;
import org.jspecify.annotations.Nullable;

/**
 * What brought an entry of a journal about.
 *
 * @param position where the record lies in the log
 * @param party whose record it is: {@link #RESIDENT}, {@link #ROUTER} or a committee's slug
 * @param seen the version of the case that the committee's member saw when acting
 */
public record Cause(Position position, String party, @Nullable Integer seen) {

  /** The resident, or the channel on the resident's behalf. */
  private static final String RESIDENT = "RESIDENT";

  /** The router itself: a time has come, or another case has. */
  private static final String ROUTER = "ROUTER";

  /** A person at the database. */
  static final String OPERATOR = "OPERATOR";

  /** A record of the resident's. */
  public static Cause resident(Position position) {
    return new Cause(position, RESIDENT, null);
  }

  /** A record of the router's own. */
  public static Cause router(Position position) {
    return new Cause(position, ROUTER, null);
  }

  /** A record of a committee's. */
  public static Cause committee(Position position, CommitteeId committee, int seen) {
    return new Cause(position, committee.slug(), seen);
  }
}
