package city.reception.benchmarks.router;

/** Takes appeals from their topic to a committee's, but only between start and stop. */
interface Routing {

  /** Joins its group and begins, on so many consumers. */
  void start(int consumers);

  /** Finishes the batch in hand and leaves the group. */
  void stop();
}
