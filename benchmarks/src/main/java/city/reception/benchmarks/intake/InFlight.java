package city.reception.benchmarks.intake;

import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.HeapOf;
import city.reception.benchmarks.harness.Reading;
import city.reception.benchmarks.harness.Service;
import city.reception.benchmarks.harness.Workbench;
import city.reception.benchmarks.load.Arrivals;
import city.reception.benchmarks.load.HttpLoad;
import city.reception.benchmarks.load.Outcome;
import city.reception.events.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How much heap a thousand appeals take that wait for their acknowledgement, connections and
 * threads included: the broker is stopped for a moment, and intake filled meanwhile.
 */
record InFlight(Workbench bench, Service intake, List<byte[]> bodies) {

  private static final int IN_FLIGHT = 500;

  Reading measure() throws Exception {
    ProcessHandle broker = bench.broker().process().handle();
    HttpLoad load = new HttpLoad(intake.port(), IntakeSuite.PATH, bodies);
    try (HeapOf heap = new HeapOf(intake.process().handle())) {
      double empty = heap.liveMebibytes();
      double full;
      CompletableFuture<Outcome> posted;
      signal("STOP", broker);
      try {
        posted =
            CompletableFuture.supplyAsync(() -> {
              try {
                return load.run(IN_FLIGHT, new Arrivals.Closed(), Duration.ofSeconds(2));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(Topics.RECEIVED.name(), e);
              }
            });
        TimeUnit.SECONDS.sleep(2);
        full = heap.liveMebibytes();
      } finally {
        signal("CONT", broker);
      }
      int sent = posted.get().sent();
      return Reading.of(Account.NONE)
          .with("in flight", sent)
          .with("MiB a thousand", (full - empty) * 1000 / sent);
    }
  }

  private static void signal(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    int _ =
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }
}
