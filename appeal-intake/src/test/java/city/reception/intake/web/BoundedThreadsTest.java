package city.reception.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedThreadsTest {

  private static final int SECONDS = 20;

  @Test
  void noMoreThanItsPlacesHaveBegunAndNoTaskIsForgotten() throws InterruptedException {
    BoundedThreads threads = new BoundedThreads("test", 3);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int tasks = 2_000;
    CountDownLatch done = new CountDownLatch(tasks);
    try (ExecutorService submitters = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < tasks; i++) {
        submitters.execute(() ->
            threads.execute(() -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              now.decrementAndGet();
              done.countDown();
            }));
      }
      assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void theOldestGoesFirst() throws InterruptedException {
    BoundedThreads threads = new BoundedThreads("test", 1);
    CountDownLatch begin = new CountDownLatch(1);
    threads.execute(() -> awaitCalmly(begin));
    Queue<Integer> order = new ConcurrentLinkedQueue<>();
    CountDownLatch done = new CountDownLatch(5);
    for (int i = 0; i < 5; i++) {
      int task = i;
      threads.execute(() -> {
        order.add(task);
        done.countDown();
      });
    }
    begin.countDown();
    assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aTaskThatThrowsGivesItsPlaceBack() throws InterruptedException {
    BoundedThreads threads = new BoundedThreads("test", 1);
    threads.execute(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {});
      throw new IllegalStateException("as the test wants it");
    });
    CountDownLatch next = new CountDownLatch(1);
    threads.execute(next::countDown);
    assertThat(next.await(SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aPlaceThatIsKeptIsFreeOnceTheEndAndWhatItSubmittedAreOver()
      throws InterruptedException, TimeoutException {
    BoundedThreads threads = new BoundedThreads("test", 1);
    Exchanger<Consumer<Runnable>> kept = new Exchanger<>();
    threads.execute(() -> exchange(kept, BoundedThreads.keepPlace()));
    Consumer<Runnable> ending = kept.exchange(Runnable::run, SECONDS, TimeUnit.SECONDS);

    CountDownLatch next = new CountDownLatch(1);
    threads.execute(next::countDown);
    CountDownLatch submitted = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ending.accept(() ->
        threads.execute(() -> {
          submitted.countDown();
          awaitCalmly(goOn);
        }));

    assertThat(submitted.await(SECONDS, TimeUnit.SECONDS)).as("needs no other place").isTrue();
    assertThat(next.getCount()).as("waits for the place").isEqualTo(1);
    goOn.countDown();
    assertThat(next.await(SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anEndThatComesBeforeItsThreadHasEndedGivesTheOnePlaceBackOnce() throws InterruptedException {
    BoundedThreads threads = new BoundedThreads("test", 2);
    List<CountDownLatch> goOn = IntStream.range(0, 2).mapToObj(i -> new CountDownLatch(1)).toList();
    CountDownLatch ended = new CountDownLatch(1);
    threads.execute(() -> {
      BoundedThreads.keepPlace().accept(() -> {});
      ended.countDown();
      awaitCalmly(goOn.get(0));
    });
    assertThat(ended.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(1);
    threads.execute(() -> {
      begun.incrementAndGet();
      second.countDown();
      awaitCalmly(goOn.get(1));
    });
    CountDownLatch third = new CountDownLatch(1);
    threads.execute(() -> {
      begun.incrementAndGet();
      third.countDown();
    });
    assertThat(second.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(begun.get()).as("the first still has its place").isEqualTo(1);
    goOn.get(0).countDown();
    assertThat(third.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    goOn.get(1).countDown();
  }

  @Test
  void whoeverIsNotRunByOneEndsThingsAtOnce() {
    AtomicInteger ended = new AtomicInteger();
    BoundedThreads.keepPlace().accept(ended::incrementAndGet);
    assertThat(ended.get()).isEqualTo(1);
  }

  private static void awaitCalmly(CountDownLatch latch) {
    try {
      assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> void exchange(Exchanger<T> exchanger, T value) {
    try {
      T _ = exchanger.exchange(value, SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
