package city.reception.benchmarks.router;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.harness.Workbench;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.local.postgres.Database;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.CommitteesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;

/** Starts the routers and their peers, on the session's broker and database server. */
final class RouterStage {

  /** The name of the router's consumer group, which is also that of its service. */
  static final String GROUP = "appeal-router";

  /** The database of the router with few cases. */
  static final String LEDGER = "routerempty";

  /** The database of the router with many. */
  static final String FULL_LEDGER = "routerfull";

  private static final String LIMIT = "barelimit";
  private static final String PEER = "routerpeer";

  private final Workbench bench;
  private final Path committees;
  private final List<String> committeeTopics;

  RouterStage(Session session) {
    this.bench = session.bench();
    this.committees = session.home().resolve("config/committees.yaml");
    this.committeeTopics =
        CommitteesFile.read(new FileSystemResource(committees)).all().stream()
            .map(Committee::id)
            .map(Topics::routed)
            .map(Topic::name)
            .toList();
  }

  /** The topics from which the committees read. */
  List<String> committeeTopics() {
    return committeeTopics;
  }

  Database database(String name) {
    return bench.database(name);
  }

  /** Starts a router that waits to be told; the first one creates the topics. */
  MeasuredProcess router(String name, String database, Map<String, String> settings)
      throws InterruptedException {
    Database ledger = bench.database(database);
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--spring.kafka.bootstrap-servers=" + bench.broker().bootstrapServers());
    arguments.add("--spring.datasource.url=" + ledger.url());
    arguments.add("--spring.datasource.username=" + ledger.username());
    arguments.add("--spring.datasource.password=" + ledger.password());
    arguments.add("--reception.topics.create=true");
    arguments.add("--reception.topics.replication-factor=1");
    arguments.add("--reception.topics.min-insync-replicas=1");
    arguments.add("--reception.committees.location=" + committees.toUri());
    settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
    return start(name, RealRouter.class, List.of(), arguments);
  }

  /** The real router as a contestant. */
  Contestant contestant(String name, MeasuredProcess router, String database, int consumers) {
    return new Contestant(
        name,
        router,
        GROUP,
        consumers,
        committeeTopics,
        Rows.ofLedger(database(database), database.equals(LEDGER)));
  }

  /** Starts a peer; on one thread, as all of them are compared. */
  Contestant peer(Peers.Peer peer) throws InterruptedException {
    Database database = bench.database(peer == Peers.Peer.JPA ? PEER : LIMIT);
    MeasuredProcess process =
        start(
            peer.group(),
            Peers.class,
            List.of("-D" + JpaRouter.COMMITTEES + "=" + committees),
            List.of(
                peer.name(),
                bench.broker().bootstrapServers(),
                database.url(),
                database.username(),
                database.password()));
    return new Contestant(
        peer.title(),
        process,
        peer.group(),
        1,
        peer == Peers.Peer.RAW || peer == Peers.Peer.COPY ? List.of(Raw.TOPIC) : committeeTopics,
        switch (peer) {
          case JPA -> new Rows(database, "peer_case", JpaRouter.TABLES, false);
          case LIMIT -> Rows.ofLedger(database, true);
          case RAW, COPY -> Rows.NONE;
        });
  }

  private MeasuredProcess start(
      String name, Class<?> main, List<String> jvm, List<String> arguments) {
    bench.progress().say("starting " + name);
    MeasuredProcess process =
        bench.keep(
            MeasuredProcess.start(name, main, bench.folder("logs-of-routers"), jvm, arguments));
    process.awaitReady();
    return process;
  }
}
