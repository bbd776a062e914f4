package city.reception.local;

import city.reception.local.Arguments.UsageException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;

/**
 * The command {@code ./appeals}. Exits with 0 when all went well, with 1 when it did not, and with
 * 2 when the command makes no sense.
 */
public final class Appeals {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Appeals() {}

  public static void main(String[] args) {
    // Before the first log line of anybody; a system in the foreground has files of its own for it.
    System.setProperty("logback.configurationFile", "logback-command.xml");
    Console console = new Console(utf8(System.out), utf8(System.err));
    int status;
    try {
      status = run(Arrays.asList(args), Installation.ofThisProcess(), console);
    } catch (UsageException e) {
      console.complain(e.getMessage() + "; see ./appeals help");
      status = MISUSED;
    } catch (RuntimeException e) {
      console.complain(explain(e));
      status = FAILED;
    }
    System.exit(status);
  }

  private static int run(List<String> args, Installation installation, Console console) {
    String command = args.isEmpty() ? "help" : args.getFirst();
    List<String> rest = args.isEmpty() ? List.of() : args.subList(1, args.size());
    return switch (command) {
      case "up" -> new UpCommand(installation, console).run(rest);
      case "demo" -> new DemoCommand(installation, console).run(rest);
      case "reconcile" -> new ReconcileCommand(installation, console).run(rest);
      case "dead-letters" -> new DeadLettersCommand(installation, console).run(rest);
      case "train" -> new TrainCommand(installation, console).run(rest);
      case "evaluate" -> new EvaluateCommand(console).run(rest);
      case "classify" -> new ClassifyCommand(System.in, console).run(rest);
      case "verify-journal" -> new VerifyJournalCommand(installation, console).run(rest);
      case "statistics" -> new StatisticsCommand(installation, console).run(rest);
      case "erase" -> new EraseCommand(installation, console).run(rest);
      case "model" -> new ModelCommand(installation, console).run(rest);
      case "dry-run" -> new DryRunCommand(installation, console).run(rest);
      case "down" -> new DownCommand(installation, console).run(rest);
      default -> throw new UsageException("there is no command " + command);
    };
  }

  /** What went wrong, and the bottom of it; the whole story is in the log. */
  private static String explain(Throwable failure) {
    Throwable bottom = failure;
    while (bottom.getCause() != null) {
      bottom = bottom.getCause();
    }
    String text = "failed: " + message(failure);
    return text.contains(message(bottom)) ? text : text + "\n  because: " + message(bottom);
  }

  /** The message of most failures that have to do with a file is its name and nothing else. */
  private static String message(Throwable failure) {
    String message = failure.getMessage();
    String type = failure.getClass().getSimpleName();
    if (message == null) {
      return type;
    }
    return failure instanceof FileSystemException file && file.getReason() == null
        ? type + ": " + message
        : message;
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
