package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static city.reception.router.stream.World.PATIENCE;
import static city.reception.router.stream.World.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealReceived;
import city.reception.events.TakeUpAppeal;
import city.reception.events.Topics;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What a {@code read_committed} consumer sees when routers die. */
class RouterCrashTest {

  private static final int APPEALS = 40;

  private final World world = new World();
  private final Witness witness = new Witness(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void deathBetweenTheDatabasesCommitAndKafkasSendsEachOutputOnceWithTheSameBytes() {
    AtomicBoolean died = new AtomicBoolean();
    ConfigurableApplicationContext first =
        world.startRouter(handler ->
            records -> {
              var _ = handler.handle(records);
              died.set(true);
              throw new Death();
            });
    List<AppealReceived> appeals = world.receiveMany(APPEALS);
    await().atMost(PATIENCE).untilTrue(died);
    int committedByTheDead = world.count("select count(*) from appeal_case");
    first.close();
    assertThat(committedByTheDead).isPositive();
    assertThat(world.read(Topics.STATUS_CHANGED.name())).isEmpty();

    world.startRouter();

    witness.assertEachAppealIsTold(appeals);
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(APPEALS);
    witness.assertOutputsAreThoseRecorded();
  }

  @Test
  void deathInTheMiddleOfSendingABatchLeavesNothingHalfDone() {
    AtomicBoolean died = new AtomicBoolean();
    ConfigurableApplicationContext first =
        world.startRouter(
            handler -> records -> new DyingList(handler.handle(records), 5, () -> died.set(true)));
    List<AppealReceived> appeals = world.receiveMany(APPEALS);
    await().atMost(PATIENCE).untilTrue(died);
    first.close();

    world.startRouter();

    witness.assertEachAppealIsTold(appeals);
    witness.assertOutputsAreThoseRecorded();
  }

  @Test
  void deathAfterKafkasCommitAndWholeTopicsRedeliveredShowNoNewEventId() {
    ConfigurableApplicationContext first = world.startRouter();
    List<AppealReceived> appeals = world.receiveMany(APPEALS);
    world.awaitEvents(Topics.STATUS_CHANGED, 2 * APPEALS);
    RecordMetadata action =
        world.send(
            Topics.committeeAction(EDUCATION),
            "take-1",
            new TakeUpAppeal(appeals.getFirst().appealId(), 1, "Смирнова"));
    world.awaitEvents(Topics.STATUS_CHANGED, 2 * APPEALS + 1);
    world.awaitCommitted(action);
    first.close();
    int events = world.count("select count(*) from case_event");
    Map<String, String> seen = witness.bytesById(Topics.STATUS_CHANGED.name());
    int records = world.read(Topics.STATUS_CHANGED.name()).size();

    world.rewindToTheBeginning();
    world.startRouter();
    world.awaitRecords(Topics.STATUS_CHANGED.name(), 2 * records);
    world.awaitCommitted(action);

    assertThat(witness.bytesById(Topics.STATUS_CHANGED.name())).isEqualTo(seen);
    assertThat(world.count("select count(*) from case_event")).isEqualTo(events);
    assertThat(world.count("select count(*) from appeal_case")).isEqualTo(APPEALS);
  }

  @Test
  void aCommitThatIsCarriedOutButNotAnsweredSendsNothingTwice() {
    AtomicBoolean lost = new AtomicBoolean();
    world.startRouter(
        List.of(
            new World.Wrapping<>(
                Object.class,
                bean ->
                    bean instanceof DefaultKafkaProducerFactory<?, ?> producers
                        ? deafOnce(producers, lost)
                        : bean)));
    List<AppealReceived> appeals = world.receiveMany(APPEALS);
    await().atMost(PATIENCE).untilTrue(lost);
    List<AppealReceived> later = world.receiveMany(1);

    witness.assertEachAppealIsTold(appeals);
    witness.assertEachAppealIsTold(later);
    assertThat(world.read(Topics.STATUS_CHANGED.name()))
        .extracting(record -> header(record, "ce_id"))
        .doesNotHaveDuplicates();
    witness.assertOutputsAreThoseRecorded();
  }

  /** Makes one producer hear no answer to one commit. */
  private static <K, V> DefaultKafkaProducerFactory<K, V> deafOnce(
      DefaultKafkaProducerFactory<K, V> producers, AtomicBoolean lost) {
    producers.addPostProcessor(producer -> deafOnce(producer, lost));
    return producers;
  }

  @SuppressWarnings("unchecked") // It has all the methods of the one it stands for.
  private static <K, V> Producer<K, V> deafOnce(Producer<K, V> producer, AtomicBoolean lost) {
    return (Producer<K, V>)
        Proxy.newProxyInstance(
            Producer.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              try {
                Object result = method.invoke(producer, arguments);
                if (method.getName().equals("commitTransaction")
                    && lost.compareAndSet(false, true)) {
                  throw new TimeoutException("the broker's answer is lost");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void aFencedRouterStartsAgainFromTheCommittedOffsetsAndMissesNothing() {
    String prefix = "fence-me-";
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch fenced = new CountDownLatch(1);
    ConfigurableApplicationContext router =
        world.startRouter(
            handler ->
                records -> {
                  var outputs = handler.handle(records);
                  return new DyingList(
                      outputs,
                      1,
                      () -> {
                        // Inside the Kafka transaction, after its first send.
                        entered.countDown();
                        waitFor(fenced);
                      },
                      false);
                },
            "reception.router.transaction-id-prefix=" + prefix);
    List<AppealReceived> appeals = world.receiveMany(APPEALS);
    waitFor(entered);
    try (KafkaProducer<byte[], byte[]> usurper =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", world.kafka.bootstrapServers(),
                "transactional.id", transactionalId(prefix)),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      usurper.initTransactions();
    }
    fenced.countDown();

    witness.assertEachAppealIsTold(appeals);
    witness.assertOutputsAreThoseRecorded();
    assertThat(router.getBean(MessageListenerContainer.class).isRunning()).isTrue();
  }

  private String transactionalId(String prefix) {
    try {
      return world.admin.listTransactions().all().get().stream()
          .map(listing -> listing.transactionalId())
          .filter(id -> id.startsWith(prefix))
          .findFirst()
          .orElseThrow();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The process is gone: no handler of exceptions may make anything of it. */
  private static final class Death extends Error {
    Death() {
      super("the router dies here");
    }
  }

  /**
   * A list that does something, and then may die, when its element number {@code at} is fetched.
   */
  private static final class DyingList extends AbstractList<ProducerRecord<byte[], byte[]>> {

    private final List<ProducerRecord<byte[], byte[]>> list;
    private final int at;
    private final Runnable then;
    private final boolean dies;

    DyingList(List<ProducerRecord<byte[], byte[]>> list, int at, Runnable then) {
      this(list, at, then, true);
    }

    DyingList(List<ProducerRecord<byte[], byte[]>> list, int at, Runnable then, boolean dies) {
      this.list = new ArrayList<>(list);
      this.at = at;
      this.then = then;
      this.dies = dies;
    }

    @Override
    public ProducerRecord<byte[], byte[]> get(int index) {
      if (index == at) {
        then.run();
        if (dies) {
          throw new Death();
        }
      }
      return list.get(index);
    }

    @Override
    public int size() {
      return list.size();
    }
  }
}
