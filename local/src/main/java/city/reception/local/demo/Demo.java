package city.reception.local.demo;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.local.demo.Channel.Receipt;
import city.reception.local.demo.Channel.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The play. The same letters are treated the same way in every run: one half comes in batches, the
 * other one by one, every twentieth is sent twice; of each forty, one is withdrawn by its resident,
 * and of the others in each ten the staff answers seven, one of them after a redirect, and takes up
 * one more. Of each forty, one of these is forwarded to a body outside instead, one refused on a
 * ground of the law, one split between two committees, one answered after a question to its
 * resident, and one answered twice, since its resident was not content.
 */
public final class Demo {

  private static final int BATCH = 500;
  private static final int AT_ONCE = 8;
  private static final int REPEATED = 20;
  private static final int WITHDRAWN = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final String intake;
  private final String desk;
  private final List<CommitteeId> committees;
  private final Consumer<String> progress;

  /** What the players know of it. */
  public record Played(Set<AppealId> acknowledged, Set<AppealId> answered) {}

  /** What the staff does with an appeal. */
  private enum Part {
    ANSWER,
    REDIRECT_AND_ANSWER,
    ANSWER_TWICE("of them rated and opened again by their residents, and answered anew"),
    ASK_AND_ANSWER("of them after a question to their residents"),
    SPLIT_AND_ANSWER("of them in parts, by two committees"),
    FORWARD("forwarded to another body"),
    REFUSE("refused on a ground of the law"),
    TAKE_UP,
    LEAVE;

    /** How a step is called that is played now and then; null for the common ones. */
    private final @Nullable String title;

    Part() {
      this(null);
    }

    Part(@Nullable String title) {
      this.title = title;
    }

    boolean isAnswer() {
      return switch (this) {
        case ANSWER, REDIRECT_AND_ANSWER, ANSWER_TWICE, ASK_AND_ANSWER, SPLIT_AND_ANSWER -> true;
        case FORWARD, REFUSE, TAKE_UP, LEAVE -> false;
      };
    }
  }

  public Demo(String intake, String desk, List<CommitteeId> committees, Consumer<String> progress) {
    this.intake = intake;
    this.desk = desk;
    this.committees = committees;
    this.progress = progress;
  }

  /**
   * Plays {@code letters} to the end.
   *
   * @throws IllegalStateException when somebody is answered otherwise than the interfaces promise
   */
  public Played play(Letters letters) {
    List<Submission> submissions =
        letters.bodies().stream()
            .map(body -> new Submission(UUID.randomUUID().toString(), body))
            .toList();
    try (JsonHttp http = new JsonHttp();
        ExecutorService players = Executors.newFixedThreadPool(AT_ONCE)) {
      Channel channel = new Channel(http, intake);
      List<Receipt> receipts = submit(players, channel, submissions);
      repeat(players, channel, submissions, receipts);
      List<Receipt> withdrawn = everyNth(receipts, WITHDRAWN);
      all(
          players,
          withdrawn.stream()
              .<Callable<Receipt>>map(receipt -> () -> withdraw(channel, receipt))
              .toList());
      progress.accept("%d withdrawn by their residents".formatted(withdrawn.size()));
      Set<AppealId> answered = handle(players, channel, new Staff(http, desk), receipts, withdrawn);
      return new Played(ids(receipts), answered);
    }
  }

  private List<Receipt> submit(
      ExecutorService players, Channel channel, List<Submission> submissions) {
    int half = submissions.size() / 2;
    List<Receipt> receipts = new ArrayList<>();
    for (int from = 0; from < half; from += BATCH) {
      receipts.addAll(channel.submitAll(submissions.subList(from, Math.min(from + BATCH, half))));
    }
    progress.accept("%d appeals accepted in batches".formatted(receipts.size()));
    receipts.addAll(
        all(
            players,
            submissions.subList(half, submissions.size()).stream()
                .<Callable<Receipt>>map(submission -> () -> channel.submit(submission))
                .toList()));
    progress.accept("%d more accepted one by one".formatted(receipts.size() - half));
    return receipts;
  }

  /** A repeat must bring the receipt of the first time. */
  private void repeat(
      ExecutorService players,
      Channel channel,
      List<Submission> submissions,
      List<Receipt> receipts) {
    List<Submission> again = everyNth(submissions, REPEATED);
    List<Receipt> second =
        all(
            players,
            again.stream()
                .<Callable<Receipt>>map(submission -> () -> channel.submit(submission))
                .toList());
    if (!second.equals(everyNth(receipts, REPEATED))) {
      throw new IllegalStateException("a repeat with the same key got another receipt");
    }
    progress.accept("%d sent again with the same key: the same receipts".formatted(second.size()));
  }

  private Set<AppealId> handle(
      ExecutorService players,
      Channel channel,
      Staff staff,
      List<Receipt> receipts,
      List<Receipt> withdrawn) {
    Set<AppealId> theirs = ids(receipts);
    theirs.removeAll(ids(withdrawn));
    Map<AppealId, CommitteeId> holders = holders(staff, theirs);
    Map<Receipt, Part> parts = parts(receipts, theirs);
    all(
        players,
        parts.entrySet().stream()
            .<Callable<AppealId>>map(entry -> {
              CommitteeId holder = Objects.requireNonNull(holders.get(entry.getKey().appeal()));
              return () -> perform(channel, staff, entry.getKey(), holder, entry.getValue());
            })
            .toList());
    Set<AppealId> answered = new HashSet<>();
    parts.forEach((receipt, part) -> {
      if (part.isAnswer()) {
        answered.add(receipt.appeal());
      }
    });
    progress.accept("%d answered at the desk".formatted(answered.size()));
    for (Part part : Part.values()) {
      if (part.title != null) {
        progress.accept("%d %s".formatted(Collections.frequency(parts.values(), part), part.title));
      }
    }
    return answered;
  }

  /** Waits until every appeal lies on some committee's desk. */
  private Map<AppealId, CommitteeId> holders(Staff staff, Set<AppealId> expected) {
    Map<AppealId, CommitteeId> holders = new HashMap<>();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      int before = holders.size();
      for (CommitteeId committee : committees) {
        staff.queue(committee).stream()
            .filter(expected::contains)
            .forEach(appeal -> holders.put(appeal, committee));
      }
      if (holders.size() == expected.size()) {
        progress.accept("%d on the committees' desks".formatted(holders.size()));
        return holders;
      }
      if (holders.size() > before) {
        deadline = Instant.now().plus(PATIENCE);
      } else if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "only %d of %d appeals came to a desk".formatted(holders.size(), expected.size()));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static Map<Receipt, Part> parts(List<Receipt> receipts, Set<AppealId> theirs) {
    Map<Receipt, Part> parts = new HashMap<>();
    for (int i = 0; i < receipts.size(); i++) {
      if (theirs.contains(receipts.get(i).appeal())) {
        parts.put(receipts.get(i), part(i));
      }
    }
    return parts;
  }

  private static Part part(int i) {
    return switch (i % 40) {
      case 0 -> Part.ANSWER_TWICE;
      case 8 -> Part.FORWARD;
      case 9 -> Part.ASK_AND_ANSWER;
      case 18 -> Part.REFUSE;
      case 28 -> Part.SPLIT_AND_ANSWER;
      default ->
          switch (i % 10) {
            case 0, 1, 2, 3, 4, 5 -> Part.ANSWER;
            case 6 -> Part.REDIRECT_AND_ANSWER;
            case 7 -> Part.TAKE_UP;
            default -> Part.LEAVE;
          };
    };
  }

  private AppealId perform(
      Channel channel, Staff staff, Receipt receipt, CommitteeId holder, Part part) {
    AppealId appeal = receipt.appeal();
    CommitteeId next = committees.get((committees.indexOf(holder) + 1) % committees.size());
    switch (part) {
      case ANSWER -> staff.answer(appeal, holder);
      case REDIRECT_AND_ANSWER -> {
        staff.redirect(appeal, holder, next);
        staff.answer(appeal, next);
      }
      case ANSWER_TWICE -> {
        staff.answer(appeal, holder);
        channel.rateAndReopen(receipt);
        staff.awaitEvent("REOPENED", appeal);
        staff.answer(appeal, holder);
      }
      case ASK_AND_ANSWER -> {
        staff.ask(appeal, holder);
        channel.clarify(receipt);
        staff.awaitEvent("CLARIFIED", appeal);
        staff.answer(appeal, holder);
      }
      case SPLIT_AND_ANSWER -> staff.splitAndAnswer(appeal, holder, next);
      case FORWARD -> staff.forward(appeal, holder);
      case REFUSE -> staff.refuse(appeal, holder);
      case TAKE_UP -> staff.takeUp(appeal, holder);
      case LEAVE -> {}
    }
    return appeal;
  }

  private static Receipt withdraw(Channel channel, Receipt receipt) {
    channel.withdraw(receipt);
    return receipt;
  }

  private static <T> List<T> everyNth(List<T> all, int n) {
    return IntStream.range(0, all.size()).filter(i -> i % n == n - 1).mapToObj(all::get).toList();
  }

  private static Set<AppealId> ids(List<Receipt> receipts) {
    Set<AppealId> ids = new HashSet<>();
    receipts.forEach(receipt -> ids.add(receipt.appeal()));
    return ids;
  }

  private static <T> List<T> all(ExecutorService players, List<? extends Callable<T>> tasks) {
    List<Future<T>> futures = new ArrayList<>();
    tasks.forEach(task -> futures.add(players.submit(task)));
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      players.shutdownNow();
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
