package city.reception.router.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import city.reception.events.Addressee;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealKind;
import city.reception.events.AppealReceived;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.SealedContact;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.router.RouterApplication;
import city.reception.testing.TestKafka;
import city.reception.testing.TestPostgres;
import city.reception.testing.TopicLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A broker, a database, and as many routers on them as a test wants; with hands to put records in
 * and eyes to see what a {@code read_committed} consumer sees.
 */
final class World implements AutoCloseable {

  static final CommitteeId EDUCATION = new CommitteeId("education");
  static final CommitteeId HEALTH = new CommitteeId("health");
  static final Duration PATIENCE = Duration.ofSeconds(90);

  final TestKafka kafka = TestKafka.start();
  final TestPostgres.Database database = TestPostgres.freshDatabase();
  final JdbcTemplate jdbc =
      new JdbcTemplate(
          new DriverManagerDataSource(database.url(), database.user(), database.password()));
  final EventCodec codec = new EventCodec();
  final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.request.size", 2_000_000),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  final Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  private final List<ConfigurableApplicationContext> routers = new ArrayList<>();
  private final Map<String, TopicLog> logs = new ConcurrentHashMap<>();

  ConfigurableApplicationContext startRouter(String... properties) {
    return startRouter(handler -> handler, properties);
  }

  /** Starts a router whose handler is wrapped, so that it can be made to die at a chosen point. */
  ConfigurableApplicationContext startRouter(
      UnaryOperator<InputHandler> wrapping, String... properties) {
    return startRouter(List.of(new Wrapping<>(InputHandler.class, wrapping)), properties);
  }

  /** Starts a router some of whose parts are wrapped. */
  ConfigurableApplicationContext startRouter(List<Wrapping<?>> wrappings, String... properties) {
    ConfigurableApplicationContext router =
        new SpringApplicationBuilder(RouterApplication.class)
            .initializers(
                context -> wrappings.forEach(context.getBeanFactory()::addBeanPostProcessor))
            .run(arguments(properties).toArray(String[]::new));
    routers.add(router);
    return router;
  }

  /** Starts a router as a process of its own; the test ends it. */
  RouterProcess startRouterProcess(Path folder, String name, String... properties) {
    return RouterProcess.start(folder.resolve(name + ".log"), name, arguments(properties));
  }

  private List<String> arguments(String... properties) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.config.name=" + RouterApplication.NAME,
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--reception.committees.location=classpath:committees-of-test.yaml",
                "--reception.rules.location=file:../config/rules.yaml",
                "--reception.topics.create=true",
                "--reception.topics.replication-factor=1",
                "--reception.topics.min-insync-replicas=1",
                "--reception.router.threads=1",
                "--server.port=0",
                "--logging.structured.format.console="));
    for (String property : properties) {
      String name = "--" + property.substring(0, property.indexOf('=') + 1);
      arguments.removeIf(argument -> argument.startsWith(name));
      arguments.add("--" + property);
    }
    return arguments;
  }

  AppealReceived appeal(String key, @Nullable CommitteeId addressee, String subject, String text) {
    return new AppealReceived(
        AppealId.of("portal", key),
        "portal",
        AppealKind.COMPLAINT,
        new Applicant(ApplicantType.PERSON, "Иванов Иван Иванович", null),
        addressee == null ? null : new Addressee(addressee, null),
        subject,
        text,
        null,
        null,
        Instant.parse("2026-11-20T10:00:00Z"),
        new SealedContact("k1", "AAAA"),
        null,
        null);
  }

  AppealReceived appeal(String key) {
    return appeal(key, EDUCATION, "Школа", "В школе протекает крыша. Обращение " + key);
  }

  RecordMetadata receive(AppealReceived appeal) {
    return receive(appeal, "digest-1");
  }

  RecordMetadata receive(AppealReceived appeal, String digest) {
    return send(
        codec.encode(
            Topics.RECEIVED,
            new Envelope<>(
                EventId.derived("received", appeal.appealId().toString(), digest),
                "/appeal-intake",
                appeal.receivedAt(),
                appeal,
                null,
                digest)));
  }

  <V extends AppealEvent> RecordMetadata send(Topic<AppealId, V> topic, String id, V event) {
    return send(
        codec.encode(topic, new Envelope<>(new EventId(id), "/test", Instant.EPOCH, event, null)));
  }

  RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
    try {
      return producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that a {@code read_committed} consumer finds on a topic, from its beginning. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return logs.computeIfAbsent(topic, name -> new TopicLog(kafka.bootstrapServers(), name))
        .records();
  }

  <V extends AppealEvent> List<V> events(Topic<AppealId, V> topic) {
    return read(topic.name()).stream().map(record -> codec.decode(topic, record).event()).toList();
  }

  /** Waits until the topic holds as many records as expected, and returns them. */
  List<ConsumerRecord<byte[], byte[]>> awaitRecords(String topic, int count) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> read(topic), records -> records.size() >= count);
  }

  <V extends AppealEvent> List<V> awaitEvents(Topic<AppealId, V> topic, int count) {
    return awaitEvents(topic, events -> events.size() >= count);
  }

  <V extends AppealEvent> List<V> awaitEvents(
      Topic<AppealId, V> topic, Predicate<List<V>> condition) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> events(topic), condition);
  }

  /**
   * Waits until the router's offset in Kafka has passed the record, and whoever reads {@code
   * read_committed} sees what was sent with it: the end of a transaction is marked on each of its
   * partitions by itself, and the offset's may be the first.
   */
  void awaitCommitted(RecordMetadata record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    awaitTrue(() -> committed(partition) > record.offset());
    Map<TopicPartition, Long> sent = ends(IsolationLevel.READ_UNCOMMITTED);
    awaitTrue(() -> {
      Map<TopicPartition, Long> visible = ends(IsolationLevel.READ_COMMITTED);
      return sent.entrySet().stream()
          .allMatch(end -> visible.getOrDefault(end.getKey(), 0L) >= end.getValue());
    });
  }

  private static void awaitTrue(Callable<Boolean> condition) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(condition);
  }

  /** The end of every partition, as a consumer of that isolation finds it. */
  private Map<TopicPartition, Long> ends(IsolationLevel isolation) {
    try {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (TopicDescription topic :
          admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(each ->
                latest.put(
                    new TopicPartition(topic.name(), each.partition()), OffsetSpec.latest()));
      }
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin
          .listOffsets(latest, new ListOffsetsOptions(isolation))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  long committed(TopicPartition partition) {
    try {
      var offset =
          admin
              .listConsumerGroupOffsets(RouterCore.GROUP)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(partition);
      return offset == null ? -1 : offset.offset();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  Set<TopicPartition> committedPartitions() {
    try {
      return admin
          .listConsumerGroupOffsets(RouterCore.GROUP)
          .partitionsToOffsetAndMetadata()
          .get()
          .keySet();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every case as the ledger has it. */
  List<Map<String, Object>> cases() {
    return jdbc.queryForList(
        "select appeal_id, number, version, idx, status, committee from appeal_case order by 1");
  }

  int count(String sql) {
    Integer count = jdbc.queryForObject(sql, Integer.class);
    return count == null ? 0 : count;
  }

  List<AppealReceived> receiveMany(int count) {
    List<AppealReceived> appeals = IntStream.range(0, count).mapToObj(i -> appeal(key())).toList();
    appeals.forEach(this::receive);
    return appeals;
  }

  void rewindToTheBeginning() {
    Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
    committedPartitions().forEach(tp -> beginning.put(tp, new OffsetAndMetadata(0)));
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> {
          admin.alterConsumerGroupOffsets(RouterCore.GROUP, beginning).all().get();
          return true;
        });
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    routers.forEach(ConfigurableApplicationContext::close);
    logs.values().forEach(TopicLog::close);
    producer.close();
    admin.close();
    kafka.close();
  }

  /** Puts something around a part of the router. */
  record Wrapping<T>(Class<T> type, UnaryOperator<T> wrapping) implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return type.isInstance(bean) ? wrapping.apply(type.cast(bean)) : bean;
    }
  }
}
