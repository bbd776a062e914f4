package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.notifications.delivery.Outcome.Failed;
import city.reception.notifications.delivery.Outcome.Unknown;
import city.reception.starter.deadletter.Failures;
import city.reception.starter.traces.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the ledger off: claims what is due, hands each mail to a thread of its own, and records
 * what became of them, all that are back in one transaction. Any number of instances may share the
 * work. What an instance claimed and did not finish becomes {@code UNKNOWN}, at its next start or
 * when the lease is over, and is never sent again without a person's word.
 */
@Component
public class DeliveryWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final NoticeClaims claims;
  private final Attempts attempts;
  private final NoticeOutcomes outcomes;
  private final TransactionTemplate transactions;
  private final DeliveryMetrics metrics;
  private final Announcer announcer;
  private final Traces traces;
  private final int parallel;
  private final long lapseNanos;
  private final Loop loop;

  /** From the senders' threads; empty where a sender has nothing to say of its mail. */
  private final BlockingQueue<Optional<Attempted>> back = new LinkedBlockingQueue<>();

  // What follows is the loop's own.
  private final List<Attempted> unrecorded = new ArrayList<>();
  private final Set<UUID> lost = new HashSet<>();
  private int sending;
  private boolean ownToo = true;
  private long lapsedAt;

  DeliveryWorker(
      DeliverySteps steps,
      DeliveryMetrics metrics,
      Announcer announcer,
      Traces traces,
      DeliveryProperties properties) {
    this.claims = steps.claims();
    this.attempts = steps.attempts();
    this.outcomes = steps.outcomes();
    this.transactions = steps.transactions();
    this.metrics = metrics;
    this.announcer = announcer;
    this.traces = traces;
    this.parallel = properties.parallel();
    this.lapseNanos = properties.pollInterval().toNanos();
    this.loop = new Loop("delivery", properties.pollInterval(), this::work);
  }

  /** Says that a notice may be due. */
  public void wake() {
    loop.wake();
  }

  private boolean work() {
    for (Optional<Attempted> one = back.poll(); one != null; one = back.poll()) {
      take(one);
    }
    lapse();
    lost.forEach(claims::giveBack);
    lost.clear();
    List<ClaimedNotice> claimed = recordAndClaim();
    for (ClaimedNotice notice : claimed) {
      sending++;
      Thread.ofVirtual().name("send-" + notice.notice().id()).start(() -> send(notice));
    }
    return false; // If there is more, a mail that is back will say so.
  }

  private void take(Optional<Attempted> one) {
    sending--;
    one.ifPresent(unrecorded::add);
  }

  /**
   * In one transaction. Outcomes stay with this instance until they are on record, however long the
   * database is away while it runs. Where the answer to the commit is lost, the claim may stand:
   * its notices go back next time.
   */
  private List<ClaimedNotice> recordAndClaim() {
    int free = parallel - sending;
    if (free == 0 && unrecorded.isEmpty()) {
      return List.of();
    }
    UUID claim = UUID.randomUUID();
    List<Attempted> recorded = new ArrayList<>();
    List<ClaimedNotice> claimed = new ArrayList<>();
    try {
      transactions.executeWithoutResult(status -> {
        recorded.addAll(outcomes.record(unrecorded));
        if (free > 0) {
          claimed.addAll(claims.claim(free, claim));
        }
      });
    } catch (RuntimeException e) {
      lost.add(claim);
      if (!Failures.isTransient(e)) {
        settle(unrecorded.stream().flatMap(attempt -> recordAlone(attempt).stream()).toList());
      }
      throw e;
    }
    settle(recorded);
    return claimed;
  }

  private void settle(List<Attempted> recorded) {
    for (Attempted attempt : unrecorded) {
      if (recorded.contains(attempt)) {
        report(attempt);
      } else {
        log.warn(
            "notice {} of appeal {} is no longer this attempt's",
            attempt.notice(),
            attempt.appeal());
      }
    }
    unrecorded.clear();
    if (!recorded.isEmpty()) {
      announcer.wake();
    }
  }

  /** One that cannot be recorded must not hold up the others. */
  private List<Attempted> recordAlone(Attempted attempt) {
    try {
      return outcomes.record(List.of(attempt));
    } catch (RuntimeException e) {
      logLost(attempt.notice(), attempt.appeal(), e);
      return List.of();
    }
  }

  /** Before the first claim, this instance's own unfinished work; later whatever ran out. */
  private void lapse() {
    long now = System.nanoTime();
    if (!ownToo && now - lapsedAt < lapseNanos) {
      return;
    }
    List<Attempted> recorded = outcomes.record(claims.lapsed(ownToo));
    recorded.forEach(this::report);
    if (!recorded.isEmpty()) {
      announcer.wake();
    }
    ownToo = false;
    lapsedAt = now;
  }

  private void send(ClaimedNotice claimed) {
    AppealId appeal = claimed.notice().appealId();
    EventId notice = claimed.notice().id();
    Optional<Attempted> attempted = Optional.empty();
    // What is caught here leaves the row SENDING, as the death of the process would: it becomes
    // UNKNOWN.
    try (var step = traces.step("send notice", claimed.traceparent())) {
      Outcome outcome = attempts.make(claimed);
      attempted =
          Optional.of(
              new Attempted(appeal, notice, claimed.notice().kind(), claimed.claim(), outcome));
    } catch (RuntimeException | Error e) {
      logLost(notice, appeal, e);
    } finally {
      back.add(attempted);
      loop.wake();
    }
  }

  private static void logLost(EventId notice, AppealId appeal, Throwable e) {
    log.error("notice {} of appeal {} has no outcome: {}", notice, appeal, Failures.describe(e));
  }

  private void report(Attempted attempt) {
    attempt.outcome().decides().ifPresent(state -> metrics.count(attempt.kind(), state));
    if (attempt.outcome() instanceof Unknown) {
      log.error(
          "notice {} of appeal {} may or may not have gone: find its Message-ID in the mail"
              + " server's log and settle it",
          attempt.notice(),
          attempt.appeal());
    } else if (attempt.outcome() instanceof Failed(int smtpStatus)) {
      log.error(
          "notice {} of appeal {} cannot be delivered (SMTP status {}): the resident must be told"
              + " in another way",
          attempt.notice(),
          attempt.appeal(),
          smtpStatus);
    }
  }

  @Override
  public void start() {
    loop.start();
  }

  /** Claims nothing more, lets the mails in hand finish and records what became of them. */
  @Override
  public void stop() {
    if (!loop.stop()) {
      log.warn("stopped in the middle of a look; what is in hand will show as unknown");
      return;
    }
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (sending > 0) {
        Optional<Attempted> one = back.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (one == null) {
          log.warn("stopped with mails in hand; their notices will show as unknown");
          break;
        }
        take(one);
      }
      settle(outcomes.record(unrecorded));
    } catch (RuntimeException e) {
      log.warn("outcomes are not recorded and will show as unknown: {}", Failures.describe(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }

  /** Ahead of the listeners, and so stopped after them. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 1000;
  }
}
