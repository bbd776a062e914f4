package city.reception.benchmarks.harness;

/** Tells a waiting person how far it is, one line at a time. */
@FunctionalInterface
public interface Progress {

  void say(String line);
}
