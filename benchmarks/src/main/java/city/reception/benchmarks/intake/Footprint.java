package city.reception.benchmarks.intake;

import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.Reading;
import city.reception.benchmarks.harness.Workbench;
import city.reception.benchmarks.load.Arrivals;
import city.reception.benchmarks.load.HttpLoad;
import city.reception.benchmarks.load.Outcome;
import city.reception.benchmarks.load.TopicEnd;
import city.reception.events.Topics;
import city.reception.local.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How many bytes an appeal adds to the brokers' logs and to the router's database. */
record Footprint(
    Workbench bench, Broker broker, int intakePort, List<byte[]> bodies, Duration time) {

  static final String LIVE = "bytes in appeals.received.v1, live (200 a second)";
  static final String BULK = "bytes in appeals.received.v1, in bulk (512 connections)";

  private static final double LIVE_RATE = 200;
  private static final int LIVE_CONNECTIONS = 64;
  private static final int BULK_CONNECTIONS = 512;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  Reading measure() throws Exception {
    HttpLoad load = new HttpLoad(intakePort, IntakeSuite.PATH, bodies);
    double databaseBefore = databaseBytes();
    double allBefore = logBytes("");
    try (TopicEnd end = new TopicEnd(broker.bootstrapServers(), Topics.RECEIVED.name())) {
      double before = received();
      Outcome live = load.run(LIVE_CONNECTIONS, new Arrivals.Open(LIVE_RATE), time);
      double between = received();
      Outcome bulk = load.run(BULK_CONNECTIONS, new Arrivals.Closed(), time);
      double after = received();
      awaitRouted();
      int count = live.accepted().cardinality() + bulk.accepted().cardinality();
      double bulkBytes = (after - between) / bulk.accepted().cardinality();
      return Reading.of(end.compare(live).plus(end.compare(bulk)))
          .with(LIVE, (between - before) / live.accepted().cardinality())
          .with(BULK, bulkBytes)
          .with("bytes in all topics, routed", (logBytes("") - allBefore) / count)
          .with("bytes in the router's database", (databaseBytes() - databaseBefore) / count);
    }
  }

  private void awaitRouted() throws InterruptedException {
    try (RouterBacklog backlog = new RouterBacklog(broker.bootstrapServers())) {
      double _ = backlog.awaitNone(PATIENCE);
    }
  }

  private double received() throws IOException, InterruptedException {
    // What was acknowledged is in the log's file, if not on the disk.
    TimeUnit.MILLISECONDS.sleep(200);
    return logBytes(Topics.RECEIVED.name() + "-");
  }

  /** The records themselves; indexes are allocated in advance and say nothing. */
  private double logBytes(String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(broker.directory())) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .filter(file -> folder(file).startsWith(prefix) && !folder(file).startsWith("__"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  /** The name of the partition's folder. */
  private static String folder(Path file) {
    return file.subpath(file.getNameCount() - 2, file.getNameCount() - 1).toString();
  }

  private double databaseBytes() throws SQLException {
    Database router = bench.database("router");
    try (Connection connection =
            DriverManager.getConnection(router.url(), router.username(), router.password());
        Statement statement = connection.createStatement();
        ResultSet size = statement.executeQuery("SELECT pg_database_size(current_database())")) {
      return size.next() ? size.getDouble(1) : Double.NaN;
    }
  }
}
