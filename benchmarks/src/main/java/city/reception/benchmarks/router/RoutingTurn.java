package city.reception.benchmarks.router;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Reading;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/**
 * A turn of one contestant: its input is there before it begins. Its speed is counted by its
 * group's committed offsets, from the first commit to the last; they are committed with its
 * outputs, or after them, so what they count is there for one who reads committed records. When it
 * is done, each appeal must be in its outputs exactly once, and its row in the ledger.
 */
final class RoutingTurn implements Alternative {

  /** The figure of every contestant. */
  static final String APPEALS = "appeals/s";

  private static final int LEAST = 400;
  private static final int MOST = 120_000;

  /**
   * Asked more often, a broker on the same two cores is busier with the question than with work.
   */
  private static final long PAUSE_NANOS = Duration.ofMillis(25).toNanos();

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Contestant contestant;
  private final InputLog log;
  private final AppealRecords appeals;
  private final ProcessorTime time;

  /** Appeals a second, to know how many fill a turn; learnt from turn to turn. */
  private double expected = 300;

  RoutingTurn(Contestant contestant, InputLog log, AppealRecords appeals, ProcessorTime time) {
    this.contestant = contestant;
    this.log = log;
    this.appeals = appeals;
    this.time = time;
  }

  @Override
  public String name() {
    return contestant.name();
  }

  @Override
  public Reading run(Duration turn) throws Exception {
    int count = Math.clamp(Math.round(expected * turn.toMillis() / 1000.0), LEAST, MOST);
    Map<TopicPartition, Long> begin = log.inputEnds();
    Map<TopicPartition, Long> outputs = log.ends(contestant.outputs());
    log.moveGroup(contestant.group(), begin);
    contestant.ledger().prepare(begin);
    long rows = contestant.ledger().count();
    log.append(appeals.next(count));

    ProcessorTime.Used before = time.now(contestant.process().handle());
    contestant.process().startRouting(contestant.consumers());
    double speed = speed(log.done(contestant.group()), count);
    ProcessorTime.Used after = time.now(contestant.process().handle());
    contestant.process().stopRouting();

    // All in one commit tells no speed: there were too few.
    expected = Double.isNaN(speed) ? 4 * expected : speed;
    return Reading.of(account(count, outputs, rows))
        .with(APPEALS, speed)
        .with(
            "its own processor time, µs an appeal",
            1e6 * (after.contestant() - before.contestant()) / count)
        .with("the broker's, µs an appeal", 1e6 * (after.broker() - before.broker()) / count)
        .with("the database's, µs an appeal", 1e6 * (after.database() - before.database()) / count);
  }

  @Override
  public Reading warmUp(Duration time) throws Exception {
    return warmUpInTurns(time);
  }

  private double speed(long before, int count) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long firstAt = 0;
    long first = 0;
    while (true) {
      long done = log.done(contestant.group()) - before;
      long now = System.nanoTime();
      if (done > 0 && first == 0) {
        first = done;
        firstAt = now;
      }
      if (done >= count) {
        return first == done ? Double.NaN : (done - first) * 1e9 / (now - firstAt);
      }
      if (now > deadline) {
        throw new IllegalStateException(
            "%s routed %d of %d within three minutes".formatted(name(), done, count));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private Account account(int count, Map<TopicPartition, Long> outputs, long rowsBefore)
      throws Exception {
    Map<String, Integer> routed = new HashMap<>();
    log.read(outputs, record -> routed.merge(new String(record.key(), UTF_8), 1, Integer::sum));
    long doubled = routed.values().stream().filter(times -> times > 1).count();
    long lost = Math.max(0, count - routed.size());
    long rows = contestant.ledger().count();
    if (rows >= 0 && rows - rowsBefore != count) {
      lost = Math.max(lost, Math.abs(count - (rows - rowsBefore)));
    }
    return new Account(count, lost, doubled, Math.max(0, routed.size() - count));
  }
}
