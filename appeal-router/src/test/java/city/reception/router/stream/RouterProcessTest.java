package city.reception.router.stream;

import static city.reception.router.stream.World.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealReceived;
import city.reception.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routers as processes: one is killed, one is stopped for longer than its session and goes on. */
class RouterProcessTest {

  private static final int SOME = 100;

  @TempDir Path folder;

  private final World world = new World();
  private final Witness witness = new Witness(world);
  private final List<RouterProcess> processes = new ArrayList<>();
  private final List<AppealReceived> appeals = new ArrayList<>();

  @AfterEach
  void close() {
    processes.forEach(RouterProcess::close);
    world.close();
  }

  @Test
  void oneIsKilledAndOneStandsStillInTheMiddleOfItsWorkAndNothingIsLostOrDoubled() {
    RouterProcess killed = start("killed");
    Set<String> dead = awaitMembers(1, Set.of());
    RouterProcess zombie = start("zombie");
    Set<String> frozen = awaitMembers(1, dead);

    underLoad(() -> {
      await().atMost(PATIENCE).until(() -> world.count("select count(*) from appeal_case") >= SOME);
      killed.kill();
    });
    start("successor");
    awaitMembers(2, dead);

    underLoad(() -> freezeInsideItsDatabaseTransaction(zombie));
    awaitGone(frozen);
    // Not held up by the rows that the zombie had locked, while the zombie still stands.
    witness.assertEachAppealIsTold(appeals);

    zombie.thaw();
    awaitMembers(2, frozen);
    appeals.addAll(world.receiveMany(SOME));

    witness.assertEachAppealIsTold(appeals);
    witness.assertOutputsAreThoseRecorded();
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(appeals.size());
    assertThat(world.count("select count(*) from input where result <> 'APPLIED'")).isZero();
    assertNothingIsSentTwice();
  }

  private RouterProcess start(String name) {
    String url = world.database.url();
    String named = url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + name;
    RouterProcess process =
        world.startRouterProcess(
            folder,
            name,
            "spring.datasource.url=" + named,
            // What the group waits for before it takes a silent member for gone.
            "spring.kafka.consumer.properties.session.timeout.ms=8000",
            "spring.kafka.consumer.properties.heartbeat.interval.ms=1000");
    processes.add(process);
    return process;
  }

  /** Does something while 200 appeals come in a second. */
  private void underLoad(Runnable something) {
    List<AppealReceived> sent = new ArrayList<>();
    try (ScheduledExecutorService channel = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> _ =
          channel.scheduleAtFixedRate(
              () -> sent.addAll(world.receiveMany(10)), 0, 50, TimeUnit.MILLISECONDS);
      something.run();
    }
    appeals.addAll(sent);
  }

  /** Stops the process again and again until it is caught holding locks on cases. */
  private void freezeInsideItsDatabaseTransaction(RouterProcess process) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          process.freeze();
          if (holdsLocks(process)) {
            return true;
          }
          process.thaw();
          return false;
        });
  }

  private boolean holdsLocks(RouterProcess process) {
    return world.count(
            """
            select count(*) from pg_locks l join pg_stat_activity a using (pid)
            where a.application_name = '%s' and a.state = 'idle in transaction' and l.granted
              and l.relation = 'appeal_case'::regclass and l.mode = 'RowExclusiveLock'
            """
                .formatted(process.name()))
        > 0;
  }

  /** Waits until the group has as many members with partitions, the former aside. */
  private Set<String> awaitMembers(int count, Set<String> former) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(ExecutionException.class) // no group before its first member
        .until(
            () -> {
              Set<String> members = new HashSet<>(membersWithPartitions());
              members.removeAll(former);
              return members;
            },
            members -> members.size() == count);
  }

  private void awaitGone(Set<String> former) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() ->
            assertThat(membersWithPartitions()).isNotEmpty().doesNotContainAnyElementsOf(former));
  }

  private Set<String> membersWithPartitions() throws ExecutionException, InterruptedException {
    Collection<ConsumerGroupDescription> groups =
        world.admin.describeConsumerGroups(List.of(RouterCore.GROUP)).all().get().values();
    return groups.stream()
        .flatMap(group -> group.members().stream())
        .filter(member -> !member.assignment().topicPartitions().isEmpty())
        .map(MemberDescription::consumerId)
        .collect(Collectors.toSet());
  }

  private void assertNothingIsSentTwice() {
    assertThat(world.read(Topics.STATUS_CHANGED.name()))
        .extracting((ConsumerRecord<byte[], byte[]> record) -> World.header(record, "ce_id"))
        .doesNotHaveDuplicates();
  }
}
