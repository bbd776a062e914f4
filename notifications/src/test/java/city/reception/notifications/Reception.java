package city.reception.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.IntakeEvent;
import city.reception.events.NoticeDelivery;
import city.reception.events.Reply;
import city.reception.events.StatusChanged;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.events.contact.ContactSeal;
import city.reception.notifications.delivery.Mailer;
import city.reception.testing.TestKafka;
import city.reception.testing.TestPostgres;
import city.reception.testing.TopicLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The rest of the reception as notifications sees it: one broker for all tests, a database for each
 * test class, and the events that intake and router would send.
 */
public final class Reception implements AutoCloseable {

  static final String KEY_ONE = base64Key((byte) 1);
  static final String KEY_TWO = base64Key((byte) 2);

  private static final TestKafka KAFKA = TestKafka.start();

  static {
    // The machine may be busy with other builds.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  private final TestPostgres.Database database = TestPostgres.freshDatabase();
  private final EventCodec codec = new EventCodec();
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "acks", "all"),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private final Map<String, TopicLog> logs = new ConcurrentHashMap<>();
  private final List<ConfigurableApplicationContext> services = new ArrayList<>();
  private final ContactSeal seal = seal("one", KEY_ONE);

  static ContactSeal seal(String id, String key) {
    return new ContactSeal(Map.of(id, ContactSeal.key(key)), id);
  }

  /** Starts an instance of the service; arguments given here win over the usual ones. */
  public ConfigurableApplicationContext start(int smtpPort, String... arguments) {
    return start(NotificationsApplication.application(), smtpPort, arguments);
  }

  /** Starts an instance whose mailer is wrapped, so that a test can break it. */
  ConfigurableApplicationContext startBroken(
      UnaryOperator<Mailer> wrapper, int smtpPort, String... arguments) {
    SpringApplication application = NotificationsApplication.application();
    application.addInitializers(context ->
        context
            .getBeanFactory()
            .addBeanPostProcessor(
                new BeanPostProcessor() {
                  @Override
                  public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Mailer mailer ? wrapper.apply(mailer) : bean;
                  }
                }));
    return start(application, smtpPort, arguments);
  }

  private ConfigurableApplicationContext start(
      SpringApplication application, int smtpPort, String... arguments) {
    Stream<String> usual =
        Stream.of(
            "--spring.kafka.bootstrap-servers=" + KAFKA.bootstrapServers(),
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--spring.mail.port=" + smtpPort,
            "--spring.mail.properties.mail.smtp.starttls.enable=false",
            "--server.port=0",
            "--reception.committees.location=classpath:committees-of-test.yaml",
            "--reception.topics.create=true",
            "--reception.topics.replication-factor=1",
            "--reception.topics.min-insync-replicas=1",
            "--reception.notifications.delivery.instance=first",
            "--reception.notifications.delivery.first-pause=100ms",
            "--reception.notifications.delivery.longest-pause=300ms");
    String keys = "--reception.notifications.sealing-keys.";
    boolean keysGiven =
        Arrays.stream(arguments).anyMatch(a -> a.startsWith(keys.substring(0, keys.length() - 1)));
    Stream<String> usualKeys = keysGiven ? Stream.empty() : Stream.of(keys + "one=" + KEY_ONE);
    String[] all =
        Stream.of(usual, usualKeys, Arrays.stream(arguments))
            .flatMap(a -> a)
            .toArray(String[]::new);
    ConfigurableApplicationContext service = application.run(lastOfEach(all));
    services.add(service);
    return service;
  }

  /** Spring would join the values of an argument given twice. */
  private static String[] lastOfEach(String[] arguments) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String argument : arguments) {
      byName.put(argument.substring(0, argument.indexOf('=')), argument);
    }
    return byName.values().toArray(String[]::new);
  }

  void receives(AppealOfTest appeal) {
    receives(appeal, seal, appeal.digest());
  }

  void receives(AppealOfTest appeal, ContactSeal sealedWith, String digest) {
    Envelope<IntakeEvent> envelope =
        new Envelope<>(
            newId(), "/intake", Instant.now(), appeal.received(sealedWith), null, digest);
    send(codec.encode(Topics.RECEIVED, envelope));
  }

  void says(IntakeEvent event) {
    publish(Topics.RECEIVED, newId(), event);
  }

  public EventId says(StatusChanged event) {
    return publish(Topics.STATUS_CHANGED, newId(), event);
  }

  EventId says(Reply event) {
    return publish(Topics.REPLY, newId(), event);
  }

  <V extends AppealEvent> EventId publish(Topic<AppealId, V> topic, EventId id, V event) {
    send(codec.encode(topic, new Envelope<>(id, "/router", Instant.now(), event, null)));
    return id;
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EventId newId() {
    return new EventId(UUID.randomUUID().toString());
  }

  /** Everything that was said of an appeal's notices, in order, repeats included. */
  List<Envelope<NoticeDelivery>> deliveriesOf(AppealOfTest appeal) {
    return recordsOf(appeal, Topics.NOTICE_DELIVERY.name()).stream()
        .map(record -> codec.decode(Topics.NOTICE_DELIVERY, record))
        .toList();
  }

  /** All records of a topic under an appeal's key. */
  List<ConsumerRecord<byte[], byte[]>> recordsOf(AppealOfTest appeal, String topic) {
    byte[] key = appeal.id().toString().getBytes(UTF_8);
    return logs
        .computeIfAbsent(topic, name -> new TopicLog(KAFKA.bootstrapServers(), name))
        .records()
        .stream()
        .filter(record -> Arrays.equals(record.key(), key))
        .toList();
  }

  /** Makes the service read its topics from the beginning. It must not be running. */
  void forgetsOffsets() {
    try (Admin admin = admin()) {
      admin.deleteConsumerGroups(List.of("notifications")).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the service has taken in everything that was sent. */
  boolean isReadToTheEnd() {
    try (Admin admin = admin();
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      var committed =
          admin.listConsumerGroupOffsets("notifications").partitionsToOffsetAndMetadata().get();
      List<TopicPartition> partitions =
          Stream.of(Topics.RECEIVED, Topics.STATUS_CHANGED, Topics.REPLY)
              .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      return consumer.endOffsets(partitions).entrySet().stream()
          .allMatch(end -> {
            var offset = committed.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
          });
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()));
  }

  /** The first column of each row, as text. */
  public List<@Nullable String> query(String sql, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<@Nullable String> values = new ArrayList<>();
      if (statement.execute()) {
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection for whatever a test wants to do to the tables itself. */
  public Connection connect() throws SQLException {
    return database.connect();
  }

  /** Locks a table against the service, as a database in trouble would. */
  Lock lockTable(String name) {
    return lock("lock table " + name + " in access exclusive mode");
  }

  /** Locks the row that everybody locks who works on an appeal's notices. */
  Lock lockRecipient(AppealOfTest appeal) {
    return lock(
        "select 1 from recipient where appeal_id = '%s' for update".formatted(appeal.id().value()));
  }

  private Lock lock(String sql) {
    try {
      Connection connection = database.connect();
      connection.setAutoCommit(false);
      connection.createStatement().execute(sql);
      return new Lock(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What nobody else can touch until this is closed. */
  final class Lock implements AutoCloseable {

    private final Connection connection;

    Lock(Connection connection) {
      this.connection = connection;
    }

    /** Holds the lock until the database has turned somebody away twice. */
    void holdUntilRefused() {
      long before = rolledBack();
      await().until(() -> rolledBack() >= before + 2);
    }

    private long rolledBack() {
      String sql = "select xact_rollback from pg_stat_database where datname = current_database()";
      return Long.parseLong(String.valueOf(query(sql).getFirst()));
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public List<@Nullable String> statesOf(AppealOfTest appeal) {
    return query(
        "select state from notice where appeal_id = ? order by version, idx", appeal.id().value());
  }

  @Override
  public void close() {
    services.forEach(ConfigurableApplicationContext::close);
    logs.values().forEach(TopicLog::close);
    producer.close();
  }

  private static String base64Key(byte fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, fill);
    return Base64.getEncoder().encodeToString(key);
  }
}
