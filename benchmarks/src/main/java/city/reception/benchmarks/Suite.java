package city.reception.benchmarks;

/** Measures that belong together and are asked for by one name. */
public interface Suite {

  /** What it is asked for by: {@code ./appeals bench <name>}. */
  String name();

  /** Takes the measures; may leave its processes to the session's workbench. */
  void run(Session session) throws Exception;
}
