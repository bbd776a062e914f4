package city.reception.benchmarks.router;

import city.reception.benchmarks.harness.CpuTime;
import city.reception.benchmarks.harness.Workbench;

/** Processor time of the servers that all contestants share. */
record ProcessorTime(ProcessHandle broker, ProcessHandle database) {

  static ProcessorTime of(Workbench bench) throws InterruptedException {
    return new ProcessorTime(bench.broker().process().handle(), bench.postgresProcess());
  }

  /** What was used so far, in seconds. */
  Used now(ProcessHandle contestant) {
    return new Used(
        CpuTime.secondsOf(contestant), CpuTime.secondsOf(broker), CpuTime.secondsOf(database));
  }

  /** Seconds of processor time. */
  record Used(double contestant, double broker, double database) {}
}
