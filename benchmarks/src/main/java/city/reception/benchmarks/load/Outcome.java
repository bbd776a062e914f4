package city.reception.benchmarks.load;

import java.time.Duration;
import java.util.BitSet;
import org.HdrHistogram.Histogram;

/**
 * What the client saw of one load. Latencies are in microseconds.
 *
 * @param keys the keys it used, by number
 * @param sent how many requests left
 * @param accepted the numbers of those answered 202
 * @param refused the numbers of those refused for certain
 * @param unknown how many were answered {@code outcome-unknown}
 * @param failed how many got another answer, or none because the connection broke
 * @param unanswered how many had no answer when the client lost its patience
 * @param unsent how many were due and found no connection free within the patience of a client
 * @param acceptedAt {@link System#nanoTime} of each 202, by number
 * @param fromSending latency of those answered 202, from sending
 * @param fromIntention latency of all that were answered, from when they were due
 * @param refusals latency of the refusals, from sending
 * @param elapsed how long requests were being sent
 */
@SuppressWarnings("ArrayRecordComponent") // a number for each request, compared by nobody
public record Outcome(
    Keys keys,
    int sent,
    BitSet accepted,
    BitSet refused,
    int unknown,
    int failed,
    int unanswered,
    long unsent,
    long[] acceptedAt,
    Histogram fromSending,
    Histogram fromIntention,
    Histogram refusals,
    Duration elapsed) {

  private static final double MICROS_A_MILLI = 1000;

  /** Accepted within the time of sending, a second. */
  public double acceptedPerSecond() {
    return accepted.cardinality() / (elapsed.toNanos() / 1e9);
  }

  /** A percentile in milliseconds. */
  public static double millis(Histogram histogram, double percentile) {
    return histogram.getTotalCount() == 0
        ? Double.NaN
        : histogram.getValueAtPercentile(percentile) / MICROS_A_MILLI;
  }
}
