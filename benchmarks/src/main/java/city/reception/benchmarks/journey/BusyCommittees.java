package city.reception.benchmarks.journey;

import city.reception.benchmarks.harness.KafkaClients;
import city.reception.events.AnswerAppeal;
import city.reception.events.AppealRouted;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.TakeUpAppeal;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * All committees at once, as services of their own: each appeal that is routed to one is taken up
 * and answered over its public topics, as soon as it comes.
 */
final class BusyCommittees implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final String SOURCE = "/committees";
  private static final String ACTOR = "Депутат Орлов П. А.";
  private static final String ANSWER =
      "Уважаемый заявитель! Ваше обращение рассмотрено, меры приняты; о сроках работ сообщит"
          + " управа района.";

  private final EventCodec codec = new EventCodec();
  private final String bootstrapServers;
  private final Map<String, CommitteeId> committees;
  private final AtomicInteger routed = new AtomicInteger();
  private final Thread thread;
  private volatile boolean running = true;

  BusyCommittees(String bootstrapServers, Collection<CommitteeId> committees) {
    this.bootstrapServers = bootstrapServers;
    this.committees =
        committees.stream().collect(Collectors.toMap(id -> Topics.routed(id).name(), id -> id));
    this.thread = Thread.ofPlatform().name("committees").start(this::work);
  }

  /** How many appeals came so far. */
  int routed() {
    return routed.get();
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaProducer<byte[], byte[]> producer = producer()) {
      consumer.subscribe(committees.keySet());
      while (running) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          CommitteeId committee = committees.get(record.topic());
          if (committee != null
              && codec.decode(Topics.routed(committee), record).event()
                  instanceof AppealRouted appeal) {
            routed.incrementAndGet();
            act(appeal, committee, producer);
          }
        }
      }
    }
  }

  private void act(
      AppealRouted routed, CommitteeId committee, KafkaProducer<byte[], byte[]> producer) {
    int version = routed.summary().version();
    List<CommitteeAction> actions =
        List.of(
            new TakeUpAppeal(routed.appealId(), version, ACTOR),
            new AnswerAppeal(routed.appealId(), version + 1, ACTOR, ANSWER));
    for (CommitteeAction action : actions) {
      var _ =
          producer.send(
              codec.encode(
                  Topics.committeeAction(committee),
                  new Envelope<>(
                      new EventId(UUID.randomUUID().toString()),
                      SOURCE,
                      Instant.now(),
                      action,
                      null)));
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return KafkaClients.consumer(
        bootstrapServers,
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            "busy-committees",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest"));
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return KafkaClients.producer(bootstrapServers, Map.of());
  }
}
