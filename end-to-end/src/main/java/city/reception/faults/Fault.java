package city.reception.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One thing that goes wrong, and is put right again by whoever runs the machines. */
sealed interface Fault {

  /** What no other fault may touch at the same time, since the two would not be what they say. */
  Set<String> touches();

  void begin(Scene scene);

  /** Puts it right. */
  void end(Scene scene);

  /** What a fault can reach: the system, and those who write to it. */
  record Scene(Reception reception, Residents residents) {

    Child child(String name) {
      return name.startsWith("kafka")
          ? reception.brokers().child(node(name))
          : reception.service(name);
    }

    Wire wire(String name) {
      return name.startsWith("services>")
          ? reception.brokers().wire(node(name))
          : reception.wire(name);
    }

    private static int node(String name) {
      return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }
  }

  /** SIGKILL; somebody starts it again later. */
  record Kill(String process) implements Fault {
    @Override
    public Set<String> touches() {
      return part(process);
    }

    @Override
    public void begin(Scene scene) {
      scene.child(process).kill();
    }

    @Override
    public void end(Scene scene) {
      scene.child(process).start();
    }
  }

  /** SIGSTOP and later SIGCONT: it takes itself for alive, and others have taken it for dead. */
  record Freeze(String process) implements Fault {
    @Override
    public Set<String> touches() {
      return part(process);
    }

    @Override
    public void begin(Scene scene) {
      scene.child(process).freeze();
    }

    @Override
    public void end(Scene scene) {
      scene.child(process).thaw();
    }
  }

  /** The connections of a wire end, and none can be made. */
  record Cut(String wire) implements Fault {
    @Override
    public Set<String> touches() {
      return part(wire);
    }

    @Override
    public void begin(Scene scene) {
      scene.wire(wire).cut();
    }

    @Override
    public void end(Scene scene) {
      scene.wire(wire).mend();
    }
  }

  /** Nothing passes a wire, and nobody is told. */
  record Silence(String wire) implements Fault {
    @Override
    public Set<String> touches() {
      return part(wire);
    }

    @Override
    public void begin(Scene scene) {
      scene.wire(wire).silence();
    }

    @Override
    public void end(Scene scene) {
      scene.wire(wire).mend();
    }
  }

  /** Everything on a wire takes longer. */
  record Slow(String wire, Duration by) implements Fault {
    @Override
    public Set<String> touches() {
      return part(wire);
    }

    @Override
    public void begin(Scene scene) {
      scene.wire(wire).slow(by);
    }

    @Override
    public void end(Scene scene) {
      scene.wire(wire).mend();
    }
  }

  /** All brokers stand still while many long letters come: the producers' buffers run full. */
  record FillBuffers(int letters) implements Fault {
    @Override
    public Set<String> touches() {
      return Set.of(KAFKA);
    }

    @Override
    public void begin(Scene scene) {
      scene.reception().brokers().children().forEach(Child::freeze);
      scene.residents().burst(letters);
    }

    @Override
    public void end(Scene scene) {
      scene.reception().brokers().children().forEach(Child::thaw);
    }
  }

  /** A database server dies with its machine. */
  record CrashDatabase(String server) implements Fault {
    @Override
    public Set<String> touches() {
      return part(server);
    }

    @Override
    public void begin(Scene scene) {
      server(scene).crash();
    }

    @Override
    public void end(Scene scene) {
      server(scene).start();
    }

    private DatabaseServer server(Scene scene) {
      DatabaseServer ledger = scene.reception().ledger();
      return ledger.name().equals(server) ? ledger : scene.reception().others();
    }
  }

  /** One broker of three is lost and then a second: nothing can be acknowledged any more. */
  record LoseTwoBrokers(int first, int second) implements Fault {

    private static final Duration BETWEEN = Duration.ofSeconds(4);

    @Override
    public Set<String> touches() {
      return Set.of(KAFKA);
    }

    @Override
    public void begin(Scene scene) {
      scene.reception().brokers().child(first).kill();
      Await.pause(BETWEEN);
      scene.reception().brokers().child(second).kill();
      scene.residents().majorityLost();
    }

    @Override
    public void end(Scene scene) {
      scene.residents().majorityComesBack();
      scene.reception().brokers().child(second).start();
      scene.reception().brokers().child(first).start();
    }
  }

  /** A broker's clock jumps, and later back. */
  record MoveClock(int node, Duration by) implements Fault {
    @Override
    public Set<String> touches() {
      return Set.of("clocks");
    }

    @Override
    public void begin(Scene scene) {
      scene.reception().brokers().moveClock(node, by.toMillis());
    }

    @Override
    public void end(Scene scene) {
      scene.reception().brokers().moveClock(node, 0);
    }
  }

  /**
   * A base backup of the ledger, and later its restoring as {@code docs/operations.md} says: with
   * all routers stopped.
   */
  record RestoreLedger() implements Fault {
    @Override
    public Set<String> touches() {
      Set<String> all = new HashSet<>(part("postgres-ledger"));
      IntStream.rangeClosed(1, Scale.ROUTERS)
          .mapToObj(i -> "router-" + i)
          .forEach(router -> all.addAll(List.of(router, router + ">postgres-ledger")));
      return all;
    }

    @Override
    public void begin(Scene scene) {
      scene.reception().ledger().backUp(backup(scene));
    }

    @Override
    public void end(Scene scene) {
      List<Child> routers =
          scene.reception().services("router").stream().map(scene::child).toList();
      routers.forEach(Child::kill);
      scene.reception().ledger().restore(backup(scene));
      routers.forEach(Child::start);
    }

    private static Path backup(Scene scene) {
      return scene.reception().folder().resolve("backup");
    }
  }

  String KAFKA = "kafka";

  /** Of the brokers one at most is at fault at a time, but for the faults that say otherwise. */
  private static Set<String> part(String name) {
    return name.contains(KAFKA) ? Set.of(KAFKA) : Set.of(name);
  }
}
