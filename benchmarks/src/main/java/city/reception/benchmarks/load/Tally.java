package city.reception.benchmarks.load;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import org.HdrHistogram.Histogram;

/** Counts what came of each request while a load runs. Used by its thread alone. */
public final class Tally {

  private static final long LONGEST_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
  private static final int DIGITS = 3;
  private static final int ACCEPTED = 202;
  private static final int UNAVAILABLE = 503;
  private static final int ROOM = 1 << 16;

  final Keys keys = new Keys(new SecureRandom().nextLong());
  private final BitSet accepted = new BitSet();
  private final BitSet refused = new BitSet();
  private final Histogram fromSending = histogram();
  private final Histogram fromIntention = histogram();
  private final Histogram refusals = histogram();
  private Histogram recent = histogram();
  private long[] acceptedAt = new long[ROOM];
  private int sent;
  private int unknown;
  private int acceptedCount;
  private int refusedCount;
  int failed;
  long unsent;

  private static Histogram histogram() {
    return new Histogram(LONGEST_MICROS, DIGITS);
  }

  int next() {
    return sent++;
  }

  void answered(Connection connection, int status, long now) {
    long micros = Math.min(LONGEST_MICROS, (now - connection.sentAt) / 1000);
    fromIntention.recordValue(Math.min(LONGEST_MICROS, (now - connection.dueAt) / 1000));
    if (status == ACCEPTED) {
      accepted.set(connection.index);
      acceptedCount++;
      if (connection.index >= acceptedAt.length) {
        acceptedAt = Arrays.copyOf(acceptedAt, acceptedAt.length * 2);
      }
      acceptedAt[connection.index] = now;
      fromSending.recordValue(micros);
      recent.recordValue(micros);
    } else if (status == UNAVAILABLE && connection.answerHolds("not-accepted")) {
      refused.set(connection.index);
      refusedCount++;
      refusals.recordValue(micros);
      recent.recordValue(micros);
    } else if (status == UNAVAILABLE) {
      unknown++;
      recent.recordValue(micros);
    } else {
      failed++;
    }
  }

  /** How many were answered 202 so far. */
  public int acceptedSoFar() {
    return acceptedCount;
  }

  /** How many were answered 503 so far. */
  public int refusedSoFar() {
    return refusedCount + unknown;
  }

  /** How many were due and were not sent for want of a connection. */
  public long unsentSoFar() {
    return unsent;
  }

  /** The latencies since the last call. */
  public Histogram takeRecent() {
    Histogram taken = recent;
    recent = histogram();
    return taken;
  }

  Outcome outcome(Duration elapsed, int unanswered) {
    return new Outcome(
        keys,
        sent,
        accepted,
        refused,
        unknown,
        failed,
        unanswered,
        unsent,
        acceptedAt,
        fromSending,
        fromIntention,
        refusals,
        elapsed);
  }
}
