package city.reception.benchmarks.router;

import city.reception.classifier.TopicModel;
import city.reception.events.AppealReceived;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.CaseSummary;
import city.reception.events.EventId;
import city.reception.events.RegistrationNumber;
import city.reception.events.RoutingDecision;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.local.postgres.Database;
import city.reception.router.RoutingTables;
import city.reception.router.lifecycle.Deadline;
import city.reception.router.lifecycle.Deadlines;
import city.reception.router.models.TopicModelClassifier;
import city.reception.router.routing.Appeal;
import city.reception.router.routing.RoutingPolicy;
import city.reception.router.routing.RoutingTable;
import city.reception.router.rules.RulesFile;
import city.reception.starter.committees.CommitteesFile;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/**
 * What most would write: a listener that takes one record, asks whether the case is there, saves it
 * and a line of its history by Hibernate in one transaction, and sends one record to the committee
 * without waiting for it. Offsets are committed after each poll. The same codec and the same
 * classification as ours. It may lose or double what is on its way when it dies.
 */
final class JpaRouter implements Routing {

  /** What it writes to. */
  static final List<String> TABLES = List.of("peer_case", "peer_history");

  /** Where the committees are, as for every service. */
  static final String COMMITTEES = "reception.committees.location";

  private final EventCodec codec = new EventCodec();
  private final RoutingPolicy policy;
  private final Deadlines deadlines;
  private final EntityManagerFactory entities;
  private final KafkaTemplate<byte[], byte[]> kafka;
  private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

  JpaRouter(String group, String bootstrapServers, Database database) {
    Path committees = Path.of(System.getProperty(COMMITTEES, "config/committees.yaml"));
    this.policy = policy(committees);
    this.deadlines =
        RulesFile.read(new FileSystemResource(committees.resolveSibling("rules.yaml")));
    this.entities =
        new Configuration()
            .addAnnotatedClass(CaseEntity.class)
            .addAnnotatedClass(HistoryEntity.class)
            .setProperty("jakarta.persistence.jdbc.url", database.url())
            .setProperty("jakarta.persistence.jdbc.user", database.username())
            .setProperty("jakarta.persistence.jdbc.password", database.password())
            .setProperty("hibernate.connection.pool_size", "8")
            .setProperty("hibernate.hbm2ddl.auto", "update")
            .buildSessionFactory();
    this.kafka =
        new KafkaTemplate<>(
            new DefaultKafkaProducerFactory<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
    ContainerProperties properties = new ContainerProperties(Topics.RECEIVED.name());
    properties.setGroupId(group);
    properties.setMessageListener((MessageListener<byte[], byte[]>) this::handle);
    this.container =
        new ConcurrentMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    // Its progress is read from its commits.
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    100),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()),
            properties);
  }

  @Override
  public void start(int consumers) {
    container.setConcurrency(consumers);
    container.start();
  }

  @Override
  public void stop() {
    container.stop();
    kafka.flush();
  }

  private void handle(ConsumerRecord<byte[], byte[]> record) {
    if (!(codec.decode(Topics.RECEIVED, record).event() instanceof AppealReceived appeal)) {
      return;
    }
    Instant at = Instant.ofEpochMilli(record.timestamp());
    RoutingDecision route = policy.route(Appeal.of(appeal));
    CaseEntity saved = save(appeal, route, at);
    if (saved != null) {
      AppealRouted routed = routed(appeal, Objects.requireNonNull(saved.number()), route, at);
      var _ =
          kafka.send(
              codec.encode(
                  Topics.routed(route.committee()),
                  new Envelope<>(
                      EventId.derived("peer", appeal.appealId().toString()),
                      "/peer",
                      at,
                      routed,
                      null)));
    }
  }

  private @Nullable CaseEntity save(AppealReceived appeal, RoutingDecision route, Instant at) {
    try (EntityManager manager = entities.createEntityManager()) {
      manager.getTransaction().begin();
      boolean known =
          !manager
              .createQuery("select 1 from CaseEntity c where c.appealId = :id", Integer.class)
              .setParameter("id", appeal.appealId().value())
              .getResultList()
              .isEmpty();
      CaseEntity saved = null;
      if (!known) {
        saved =
            new CaseEntity(
                appeal.appealId().value(),
                route.committee().slug(),
                appeal.applicant().name(),
                appeal.subject(),
                appeal.text(),
                at,
                answerDue(at).at());
        manager.persist(saved);
        manager.persist(
            new HistoryEntity(appeal.appealId().value(), "ROUTED", route.explanation().ru(), at));
      }
      manager.getTransaction().commit();
      return saved;
    }
  }

  private Deadline answerDue(Instant at) {
    return deadlines.answer(deadlines.inForceAt(at), at);
  }

  private AppealRouted routed(
      AppealReceived appeal, long number, RoutingDecision route, Instant at) {
    Deadline due = answerDue(at);
    CaseSummary summary =
        new CaseSummary(
            appeal.appealId(),
            1,
            1,
            AppealStatus.ROUTED,
            RegistrationNumber.of("ПР", deadlines.registrationYear(at), number),
            route.committee(),
            at,
            due.at(),
            due.explanation());
    return new AppealRouted(
        summary,
        appeal.kind(),
        appeal.channel(),
        appeal.applicant(),
        appeal.addressee(),
        appeal.subject(),
        appeal.text(),
        appeal.location(),
        appeal.receivedOn(),
        at,
        route,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static RoutingPolicy policy(Path config) {
    RoutingTable table = RoutingTables.of(CommitteesFile.read(new FileSystemResource(config)));
    return new RoutingPolicy(table, new TopicModelClassifier(TopicModel.starter(), table));
  }
}
