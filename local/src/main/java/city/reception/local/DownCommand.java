package city.reception.local;

import city.reception.local.postgres.LocalPostgres;
import city.reception.local.system.DataFolder;
import city.reception.local.system.RunningSystem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops what an earlier run left behind, whichever way it ended. */
final class DownCommand {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Installation installation;
  private final Console console;

  DownCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments.parse(arguments, Set.of(), Set.of()).requireNoWords();
    int left = 0;
    boolean found = false;
    for (DataFolder folder : List.of(installation.data(), installation.demo())) {
      Optional<RunningSystem> running = RunningSystem.find(folder);
      if (running.isPresent()) {
        found = true;
        left += stop(running.get());
      }
      if (LocalPostgres.stop(folder.postgres())) {
        found = true;
        console.say("stopped the PostgreSQL that a run had left behind");
      }
    }
    if (!found) {
      console.say("nothing was running");
    }
    return left == 0 ? 0 : 1;
  }

  private int stop(RunningSystem running) {
    long pid = running.process().pid();
    console.say("stopping process " + pid);
    try {
      if (running.stop(PATIENCE)) {
        console.say("stopped");
        return 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    console.complain(
        "process %d does not stop; 'kill -9 %d' ends it, and the next start recovers"
            .formatted(pid, pid));
    return 1;
  }
}
