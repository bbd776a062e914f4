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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

  /** Short: what a process that dies has not recorded shows as unknown. */
  private static final Duration GATHERING = Duration.ofMillis(10);

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

  /** Whether an outcome is left that a lock held up, so that each is to be tried by itself. */
  private boolean apart;

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
    this.loop = new Loop("delivery", properties.pollInterval(), Duration.ZERO, this::work);
  }

  /** Says that a notice may be due. */
  public void wake() {
    loop.wake();
  }

  private boolean work() {
    gather();
    giveBackLost(); // Before they lapse: nobody has begun to send them.
    // Before the first claim, this instance's own unfinished work.
    if (ownToo || System.nanoTime() - lapsedAt >= lapseNanos) {
      lapse();
    }
    recordAndClaim();
    return false; // If there is more, a mail that is back will say so.
  }

  /**
   * Takes what is back, and waits a moment for more: one transaction costs the database nearly as
   * much for one outcome as for many.
   */
  private void gather() {
    long until = System.nanoTime() + GATHERING.toNanos();
    try {
      Optional<Attempted> one = back.poll();
      while (one != null) {
        take(one);
        boolean enough = sending == 0 || unrecorded.size() >= parallel / 2;
        one = enough ? back.poll() : back.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Optional<Attempted> one) {
    sending--;
    one.ifPresent(attempt -> {
      unrecorded.removeIf(attempt::isOfSameClaim); // What it was taken for when its lease ran out.
      unrecorded.add(attempt);
    });
  }

  /**
   * In one transaction, or apart where one of them would hold up the others. Outcomes stay with
   * this instance until they are on record, however long the database is away while it runs; it
   * claims no more than it could still record.
   */
  private void recordAndClaim() {
    int free = parallel - sending;
    if (free == 0 && unrecorded.isEmpty()) {
      return;
    }
    if (!apart) {
      try {
        recordTogether(free);
        return;
      } catch (RuntimeException e) {
        if (!isOfSome(e)) {
          throw e;
        }
        log.warn("outcomes are recorded one by one: {}", Failures.describe(e));
      }
    }
    recordOneByOne();
    apart = !unrecorded.isEmpty();
    int room = Math.max(0, free - known());
    claimAndSend(
        claim -> Objects.requireNonNull(transactions.execute(status -> claim(room, claim))));
  }

  /** How many outcomes would be lost with this instance; one that is unknown stays so. */
  private int known() {
    return (int) unrecorded.stream().filter(one -> !(one.outcome() instanceof Unknown)).count();
  }

  private void recordTogether(int free) {
    List<Attempted> attempts = List.copyOf(unrecorded);
    List<Attempted> recorded = new ArrayList<>();
    claimAndSend(claim ->
        Objects.requireNonNull(
            transactions.execute(status -> {
              recorded.addAll(outcomes.record(attempts));
              return claim(free, claim);
            })));
    unrecorded.clear();
    settle(attempts, recorded);
  }

  private List<ClaimedNotice> claim(int limit, UUID claim) {
    return limit == 0 ? List.of() : claims.claim(limit, claim);
  }

  /** Whether others would fare better: a row is locked, or cannot be written or read. */
  private static boolean isOfSome(RuntimeException e) {
    return !Failures.isTransient(e) || Failures.isLocked(e);
  }

  /** Where the answer to the commit is lost, the claim may stand: its notices go back next time. */
  private void claimAndSend(Function<UUID, List<ClaimedNotice>> claiming) {
    UUID claim = UUID.randomUUID();
    List<ClaimedNotice> claimed;
    try {
      claimed = claiming.apply(claim);
    } catch (RuntimeException e) {
      lost.add(claim);
      throw e;
    }
    for (ClaimedNotice notice : claimed) {
      Thread.ofVirtual().name("send-" + notice.notice().id()).start(() -> send(notice));
      sending++;
    }
  }

  /** What cannot be recorded for the moment stays; what never can will show as unknown. */
  private void recordOneByOne() {
    for (Attempted attempt : List.copyOf(unrecorded)) {
      try {
        List<Attempted> recorded = outcomes.recordUnlessLocked(attempt);
        unrecorded.remove(attempt);
        settle(List.of(attempt), recorded);
      } catch (RuntimeException e) {
        if (!Failures.isTransient(e)) {
          unrecorded.remove(attempt);
          logLost(attempt.notice(), attempt.appeal(), e);
        } else if (!Failures.isLocked(e)) {
          return; // The database is away, for the others too.
        }
      }
    }
  }

  private void settle(List<Attempted> attempts, List<Attempted> recorded) {
    for (Attempted attempt : attempts) {
      if (recorded.contains(attempt)) {
        report(attempt);
      } else {
        log.warn(
            "notice {} of appeal {} is no longer this attempt's",
            attempt.notice(),
            attempt.appeal());
      }
    }
    if (!recorded.isEmpty()) {
      announcer.wake();
    }
  }

  private void giveBackLost() {
    lost.forEach(claims::giveBack);
    lost.clear();
  }

  /** What nobody has told is unknown. That is an outcome to record, like any other. */
  private void lapse() {
    for (Attempted lapsed : claims.lapsed(ownToo)) {
      if (unrecorded.stream().noneMatch(lapsed::isOfSameClaim)) {
        unrecorded.add(lapsed);
      }
    }
    ownToo = false;
    lapsedAt = System.nanoTime();
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
      recordOneByOne();
      while (sending > 0) {
        Optional<Attempted> one = back.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (one == null) {
          break;
        }
        take(one);
        recordOneByOne();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      giveBackLost();
    } catch (RuntimeException e) {
      log.warn("claims that may stand are not given back: {}", Failures.describe(e));
    }
    if (sending > 0 || !unrecorded.isEmpty()) {
      log.warn(
          "stopped with {} mails in hand and {} outcomes that are not recorded; their notices will"
              + " show as unknown",
          sending,
          unrecorded.size());
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
