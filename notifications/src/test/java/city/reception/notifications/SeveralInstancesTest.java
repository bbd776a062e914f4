package city.reception.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeveralInstancesTest {

  @Test
  void twoInstancesShareTheWorkAndSendEachMailOnce() {
    CyclicBarrier bothAtWork = new CyclicBarrier(2);
    AtomicInteger mails = new AtomicInteger();
    List<AppealOfTest> appeals = Stream.generate(AppealOfTest::anAppeal).limit(40).toList();
    try (ScriptedSmtp server = new ScriptedSmtp();
        Reception reception = new Reception()) {
      // Each sends one mail at a time, and the first two go only when both are at it.
      server.beforeAccepting(() -> {
        if (mails.incrementAndGet() <= 2) {
          meet(bothAtWork);
        }
      });
      String alone = "--reception.notifications.delivery.parallel=1";
      String name = "--reception.notifications.delivery.instance=";
      reception.start(server.port(), alone, name + "first");
      reception.start(server.port(), alone, name + "second");

      for (AppealOfTest appeal : appeals) {
        reception.receives(appeal);
        reception.says(appeal.registered(true));
        reception.says(appeal.routed(true));
      }

      await()
          .until(() ->
              reception
                  .query("select count(*) from notice where state = 'SENT'")
                  .equals(List.of("40")));
      assertThat(appeals).allMatch(appeal -> server.acceptedFor(appeal) == 1);
      assertThat(reception.query("select distinct claimed_by from notice order by 1"))
          .containsExactly("first", "second");
      await()
          .until(() ->
              appeals.stream().allMatch(appeal -> reception.deliveriesOf(appeal).size() == 1));
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
