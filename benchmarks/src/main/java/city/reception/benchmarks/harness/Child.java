package city.reception.benchmarks.harness;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Runs another main class and ends with the process that started it, however that one ends: nothing
 * of a measurement outlives it.
 */
final class Child {

  private Child() {}

  public static void main(String[] args) throws Exception {
    ProcessHandle.current().parent().ifPresent(Child::endWith);
    try {
      Class.forName(args[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      e.printStackTrace(); // Into the child's log, which the bench names.
      System.exit(1);
    }
  }

  private static void endWith(ProcessHandle parent) {
    CompletableFuture<Void> _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
  }
}
