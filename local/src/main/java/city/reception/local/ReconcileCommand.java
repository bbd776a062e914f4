package city.reception.local;

import city.reception.local.reconciliation.Report;
import city.reception.local.system.DataFolder;
import city.reception.local.system.RunningSystem;
import java.util.List;
import java.util.Set;

/** Compares what the running system's topics and ledgers say. */
final class ReconcileCommand {

  private final Installation installation;
  private final Console console;

  ReconcileCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments.parse(arguments, Set.of(), Set.of()).requireNoWords();
    DataFolder folder = installation.requireRunning();
    RunningSystem running = RunningSystem.find(folder).orElseThrow();
    Report report = Report.of(installation.reconciler(folder, running.ports()).run());
    report.lines().forEach(console::say);
    return report.isEven() ? 0 : 1;
  }
}
