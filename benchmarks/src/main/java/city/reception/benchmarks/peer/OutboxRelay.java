package city.reception.benchmarks.peer;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes rows from the outbox in batches, sends them, and deletes them once they are in Kafka. */
final class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int BATCH = 1000;
  private static final long POLL_MILLIS = 50;

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS outbox (
        id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key   bytea NOT NULL,
        value bytea NOT NULL
      )\
      """;
  private static final String TAKE =
      "SELECT id, key, value FROM outbox ORDER BY id LIMIT %d FOR UPDATE SKIP LOCKED"
          .formatted(BATCH);
  private static final String DELETE = "DELETE FROM outbox WHERE id = ANY (?)";

  private final DataSource database;
  private final Producer<byte[], byte[]> producer;
  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Thread thread;

  OutboxRelay(DataSource database, Producer<byte[], byte[]> producer) {
    this.database = database;
    this.producer = producer;
  }

  /** There is something new; spares an idle relay its wait. */
  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  @Override
  public void start() {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(CREATE);
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox cannot be made", e);
    }
    thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::relay);
  }

  private void relay() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (move() < BATCH) {
          boolean _ = news.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | ExecutionException e) {
        log.warn("the outbox cannot be moved, trying again", e);
      }
    }
  }

  /** One batch, in one transaction; answers how many rows it had. */
  private int move() throws SQLException, ExecutionException, InterruptedException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      List<Long> ids = new ArrayList<>();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      try (PreparedStatement take = connection.prepareStatement(TAKE);
          ResultSet rows = take.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
          sent.add(
              producer.send(
                  new ProducerRecord<>(OutboxIntake.TOPIC, rows.getBytes(2), rows.getBytes(3))));
        }
      }
      if (!ids.isEmpty()) {
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
          RecordMetadata _ = one.get();
        }
        Array done = connection.createArrayOf("bigint", ids.toArray());
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
          delete.setArray(1, done);
          int _ = delete.executeUpdate();
        }
      }
      connection.commit();
      return ids.size();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
    thread = null;
    producer.close();
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
