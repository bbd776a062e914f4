package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealReceived;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeMessage;
import city.reception.events.CommitteeReminded;
import city.reception.events.TakeUpAppeal;
import city.reception.events.Topics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two routers, and each reminder of a case once. */
class RouterTimersTest {

  private static final int APPEALS = 30;

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void twoRoutersRemindTheCommitteeOfEachCaseOnceEvenWhenLeasesRunOut() {
    String eagerly = "reception.router.timers.interval=50ms";
    String withoutLease = "reception.router.timers.lease=100ms";
    world.startRouter(eagerly, withoutLease);
    world.startRouter(eagerly, withoutLease);
    List<AppealReceived> appeals =
        IntStream.range(0, APPEALS).mapToObj(i -> world.appeal(World.key())).toList();
    appeals.forEach(world::receive);
    world.awaitEvents(Topics.routed(EDUCATION), APPEALS);
    assertThat(world.count("select count(*) from timer where due_at > now() + interval '10 days'"))
        .isEqualTo(APPEALS);

    world.jdbc.update("update timer set due_at = now() - interval '1 second'");

    List<CommitteeMessage> messages = world.awaitEvents(Topics.routed(EDUCATION), 2 * APPEALS);
    assertThat(messages.stream().filter(CommitteeReminded.class::isInstance))
        .hasSize(APPEALS)
        .extracting(CommitteeMessage::appealId)
        .doesNotHaveDuplicates();
    var reminded =
        (CommitteeReminded)
            messages.stream().filter(CommitteeReminded.class::isInstance).findFirst().orElseThrow();
    assertThat(reminded.timer()).isEqualTo(CaseTimer.ANSWER_DUE_IN_7_DAYS);
    assertThat(reminded.summary().version()).isEqualTo(1);
    assertThat(reminded.summary().index()).isEqualTo(2);

    // The reminder did not raise the version: who saw version 1 may still act on it.
    var id = reminded.appealId();
    var taken =
        world.send(
            Topics.committeeAction(EDUCATION), "take-" + id, new TakeUpAppeal(id, 1, "Смирнова"));
    world.awaitCommitted(taken);
    assertThat(world.count("select count(*) from appeal_case where status = 'TAKEN_UP'"))
        .isEqualTo(1);
    assertThat(world.count("select count(*) from timer where timer = 'ANSWER_DUE_IN_3_DAYS'"))
        .as("the next reminder waits for its time")
        .isEqualTo(APPEALS);
    assertThat(world.count("select count(*) from case_event where type = 'Reminded'"))
        .isEqualTo(APPEALS);
  }
}
