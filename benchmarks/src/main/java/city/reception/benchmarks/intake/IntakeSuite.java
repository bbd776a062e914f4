package city.reception.benchmarks.intake;

import static city.reception.benchmarks.intake.PostingAlternative.ACCEPTED;
import static city.reception.benchmarks.intake.PostingAlternative.CPU;
import static city.reception.benchmarks.intake.PostingAlternative.SUSTAINED;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.Suite;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.Measure;
import city.reception.benchmarks.harness.Ratio;
import city.reception.benchmarks.harness.Rounds;
import city.reception.benchmarks.harness.Service;
import city.reception.benchmarks.intake.PostingAlternative.Destination;
import city.reception.benchmarks.load.HttpLoad;
import city.reception.benchmarks.load.Letters;
import city.reception.benchmarks.peer.ModulithIntake;
import city.reception.benchmarks.peer.OutboxIntake;
import city.reception.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accepted appeals a second and their latencies, beside the limits and the peers. */
public final class IntakeSuite implements Suite {

  static final String PATH = "/api/v1/appeals";
  static final int LETTERS = 20_000;

  private static final String INTAKE = "intake";
  private static final String DOORSTEP = "web server alone";
  private static final String VALIDATING = "validates and answers";
  private static final String MODULITH = "Modulith's registry";
  private static final String OUTBOX = "outbox";
  private static final String PRODUCER = "ProducerPerformance";
  private static final String FLUSHED = "intake, each append flushed";

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public void run(Session session) throws Exception {
    IntakeProcesses processes = new IntakeProcesses(session.bench());
    List<byte[]> bodies = new Letters(1).bodies(LETTERS);
    Broker broker = session.bench().broker();
    Candidates all =
        new Candidates(
            session,
            bodies,
            broker,
            processes.peersBroker(),
            processes.intake(),
            session.quick() ? Optional.empty() : Optional.of(processes.doorstep()),
            processes.validating(),
            processes.modulith(),
            processes.outbox());
    for (int connections : session.quick() ? new int[] {64} : new int[] {64, 1, 512}) {
      session.measure(
          all.accepting(connections),
          new Rounds(
              Session.REPEATS,
              session.turn(),
              // The first of them has made everything warm.
              connections == 64 ? session.warmUp() : Duration.ofSeconds(3)));
    }
    session.measure(
        all.readable(), new Rounds(Session.REPEATS, session.turn(), Duration.ofSeconds(1)));
    if (!session.quick()) {
      session.measure(
          all.flushed(), new Rounds(Session.REPEATS, session.turn(), Duration.ofSeconds(3)));
    }
    for (Service service : all.services()) {
      service.close();
    }
  }

  private record Candidates(
      Session session,
      List<byte[]> bodies,
      Broker broker,
      Broker peersBroker,
      Service intake,
      Optional<Service> doorstep,
      Service validating,
      Service modulith,
      Service outbox) {

    List<Service> services() {
      return Stream.concat(Stream.of(intake, validating, modulith, outbox), doorstep.stream())
          .toList();
    }

    Measure accepting(int connections) throws InterruptedException {
      List<Alternative> alternatives = new ArrayList<>();
      alternatives.add(intake(INTAKE, connections));
      alternatives.add(limit(VALIDATING, validating, connections));
      doorstep.ifPresent(service -> alternatives.add(limit(DOORSTEP, service, connections)));
      alternatives.add(peer(OUTBOX, outbox, OutboxIntake.TOPIC, connections));
      alternatives.add(peer(MODULITH, modulith, ModulithIntake.TOPIC, connections));
      boolean producer = connections == 64 && !session.quick();
      if (producer) {
        alternatives.add(new ProducerAlternative(PRODUCER, session, broker, bodies));
      }
      // What is claimed is claimed at saturation.
      double claim = connections == 64 ? 1 : Double.NaN;
      String at = ", %d connections".formatted(connections);
      List<Ratio> ratios = new ArrayList<>();
      ratios.add(
          Ratio.of(
              "intake to validating without storing, accepted" + at,
              0.6 * claim,
              INTAKE,
              VALIDATING,
              ACCEPTED));
      if (doorstep.isPresent()) {
        ratios.add(
            Ratio.of(
                "intake to the web server alone, accepted" + at,
                Double.NaN,
                INTAKE,
                DOORSTEP,
                ACCEPTED));
      }
      if (producer) {
        ratios.add(
            Ratio.of(
                "intake to Kafka's ProducerPerformance, records" + at,
                Double.NaN,
                INTAKE,
                PRODUCER,
                ACCEPTED));
      }
      ratios.addAll(
          List.of(
              Ratio.of("intake to Modulith, accepted" + at, 5 * claim, INTAKE, MODULITH, ACCEPTED),
              Ratio.of(
                  "intake to Modulith, into Kafka" + at, 7 * claim, INTAKE, MODULITH, SUSTAINED),
              Ratio.ofSmaller(
                  "Modulith to intake, CPU an appeal" + at, 8 * claim, INTAKE, MODULITH, CPU),
              Ratio.of("intake to outbox, accepted" + at, 1.5 * claim, INTAKE, OUTBOX, ACCEPTED),
              Ratio.ofSmaller(
                  "outbox to intake, CPU an appeal" + at, 2 * claim, INTAKE, OUTBOX, CPU)));
      return new Measure("intake, %d connections".formatted(connections), alternatives, ratios);
    }

    Measure readable() {
      String topic = Topics.RECEIVED.name();
      Alternative intake =
          new ReadableAlternative(
              INTAKE, load(this.intake), 64, new Destination(broker.bootstrapServers(), topic));
      return new Measure(
          "from accepted to readable, 64 connections",
          List.of(intake),
          List.of(
              Ratio.below(
                  "50 ms to accepted-to-readable p99, 64 connections",
                  50,
                  INTAKE,
                  ReadableAlternative.P99)));
    }

    Measure flushed() throws InterruptedException {
      return new Measure(
          "intake with each append flushed (flush.messages=1), 64 connections",
          List.of(
              intake(INTAKE, 64),
              new FlushedAlternative(intake(FLUSHED, 64), broker, Topics.RECEIVED.name()),
              peer(OUTBOX, outbox, OutboxIntake.TOPIC, 64)),
          List.of(
              Ratio.of("flushed intake to intake, accepted", Double.NaN, FLUSHED, INTAKE, ACCEPTED),
              Ratio.of(
                  "flushed intake to outbox, accepted", Double.NaN, FLUSHED, OUTBOX, ACCEPTED)));
    }

    private Alternative intake(String name, int connections) {
      return new PostingAlternative(
          name,
          load(intake),
          connections,
          List.of(intake.process().handle(), broker.process().handle()),
          Optional.of(new Destination(broker.bootstrapServers(), Topics.RECEIVED.name())));
    }

    private Alternative limit(String name, Service service, int connections) {
      return new PostingAlternative(
          name, load(service), connections, List.of(service.process().handle()), Optional.empty());
    }

    private Alternative peer(String name, Service service, String topic, int connections)
        throws InterruptedException {
      return new PostingAlternative(
          name,
          load(service),
          connections,
          List.of(
              service.process().handle(),
              peersBroker.process().handle(),
              session.bench().postgresProcess()),
          Optional.of(new Destination(peersBroker.bootstrapServers(), topic)));
    }

    private HttpLoad load(Service service) {
      return new HttpLoad(service.port(), PATH, bodies);
    }
  }
}
