package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.notifications.delivery.NoticeClaims.Lapsed;
import city.reception.notifications.delivery.Outcome.Failed;
import city.reception.notifications.delivery.Outcome.Unknown;
import city.reception.starter.deadletter.Failures;
import city.reception.starter.traces.Traces;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works the ledger off: claims what is due, hands each mail to a thread of its own, and records
 * what became of it. Any number of instances may share the work. What an instance claimed and did
 * not finish becomes {@code UNKNOWN}, at its next start or when the lease is over, and is never
 * sent again without a person's word.
 */
@Component
public class DeliveryWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final NoticeClaims claims;
  private final Attempts attempts;
  private final NoticeOutcomes outcomes;
  private final DeliveryMetrics metrics;
  private final Announcer announcer;
  private final Traces traces;
  private final int parallel;
  private final Semaphore free;
  private final Loop loop;
  private final Set<UUID> lost = new HashSet<>();
  private boolean ownToo = true;

  DeliveryWorker(
      DeliverySteps steps,
      DeliveryMetrics metrics,
      Announcer announcer,
      Traces traces,
      DeliveryProperties properties) {
    this.claims = steps.claims();
    this.attempts = steps.attempts();
    this.outcomes = steps.outcomes();
    this.metrics = metrics;
    this.announcer = announcer;
    this.traces = traces;
    this.parallel = properties.parallel();
    this.free = new Semaphore(parallel);
    this.loop = new Loop("delivery", properties.pollInterval(), this::work);
  }

  /** Says that a notice may be due. */
  public void wake() {
    loop.wake();
  }

  private boolean work() {
    lapse();
    lost.forEach(claims::giveBack);
    lost.clear();
    int slots = free.drainPermits();
    int used = 0;
    try {
      List<ClaimedNotice> claimed = slots == 0 ? List.of() : claim(slots);
      for (ClaimedNotice notice : claimed) {
        Thread.ofVirtual().name("send-" + notice.notice().id()).start(() -> send(notice));
        used++;
      }
      return slots > 0 && used == slots;
    } finally {
      free.release(slots - used);
    }
  }

  /** Where the database's answer is lost, the claim may stand: its notices go back next time. */
  private List<ClaimedNotice> claim(int limit) {
    UUID claim = UUID.randomUUID();
    try {
      return claims.claim(limit, claim);
    } catch (RuntimeException e) {
      lost.add(claim);
      throw e;
    }
  }

  /** Before the first claim, this instance's own unfinished work; later whatever ran out. */
  private void lapse() {
    for (Lapsed lapsed : claims.lapsed(ownToo)) {
      if (outcomes.record(lapsed.appeal(), lapsed.notice(), lapsed.claim(), new Unknown())) {
        reportUnknown(lapsed.appeal(), lapsed.notice());
        metrics.count(lapsed.kind(), NoticeState.UNKNOWN);
        announcer.wake();
      }
    }
    ownToo = false;
  }

  private void send(ClaimedNotice claimed) {
    // What is caught here leaves the row SENDING, as the death of the process would: it becomes
    // UNKNOWN.
    try (var step = traces.step("send notice", claimed.traceparent())) {
      Outcome outcome = attempts.make(claimed);
      conclude(claimed, outcome);
    } catch (RuntimeException | Error e) {
      log.error(
          "notice {} of appeal {} has no outcome: {}",
          claimed.notice().id(),
          claimed.notice().appealId(),
          Failures.describe(e));
    } finally {
      free.release();
      loop.wake();
    }
  }

  /** Writes the outcome down, however long the database is away while this service runs. */
  private void conclude(ClaimedNotice claimed, Outcome outcome) {
    AppealId appeal = claimed.notice().appealId();
    EventId notice = claimed.notice().id();
    while (true) {
      try {
        if (outcomes.record(appeal, notice, claimed.claim(), outcome)) {
          report(claimed, outcome);
        } else {
          log.warn("notice {} of appeal {} is no longer this attempt's", notice, appeal);
        }
        return;
      } catch (RuntimeException e) {
        if (!Failures.isTransient(e) || !loop.isRunning()) {
          throw e;
        }
        log.warn("the outcome of notice {} waits: {}", notice, Failures.describe(e));
        pause();
      }
    }
  }

  private void report(ClaimedNotice claimed, Outcome outcome) {
    outcome
        .decides()
        .ifPresent(state -> {
          metrics.count(claimed.notice().kind(), state);
          announcer.wake();
        });
    if (outcome instanceof Unknown) {
      reportUnknown(claimed.notice().appealId(), claimed.notice().id());
    } else if (outcome instanceof Failed(int smtpStatus)) {
      log.error(
          "notice {} of appeal {} cannot be delivered (SMTP status {}): the resident must be told"
              + " in another way",
          claimed.notice().id(),
          claimed.notice().appealId(),
          smtpStatus);
    }
  }

  private static void reportUnknown(AppealId appeal, EventId notice) {
    log.error(
        "notice {} of appeal {} may or may not have gone: find its Message-ID in the mail server's"
            + " log and settle it",
        notice,
        appeal);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE); // The database is away: there is nothing to wait on but time.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    loop.start();
  }

  /** Claims nothing more and lets the mails in hand finish. */
  @Override
  public void stop() {
    loop.stop();
    try {
      if (!free.tryAcquire(parallel, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        log.warn("stopped with mails in hand; their notices will show as unknown");
      }
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
