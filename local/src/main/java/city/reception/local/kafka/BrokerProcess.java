package city.reception.local.kafka;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Time;

/**
 * One broker as a process of its own: what a cluster, or a broker that is to be killed, is made of.
 * Runs until SIGTERM or SIGINT and then stops in order.
 */
public final class BrokerProcess {

  private static final String USAGE =
      """
      usage: BrokerProcess --node-id 1 --port 9092 --voters 1@9093[,2@9095,3@9097] \
      --directory DIR [--set name=value]... [--clock FILE]\
      """;

  private BrokerProcess() {}

  /** Starts the broker named by the arguments; exits with 2 when they make no sense. */
  public static void main(String[] args) {
    BrokerSettings settings;
    Time time;
    try {
      settings = parse(args);
      time = clock(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      System.exit(2);
      return;
    }
    LocalKafka kafka = LocalKafka.start(settings, time);
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
    System.out.println("ready: " + kafka.bootstrapServers()); // Whoever started it waits for this.
    kafka.awaitShutdown();
  }

  static BrokerSettings parse(String[] args) {
    Map<String, String> options = new HashMap<>();
    Map<String, String> overrides = new HashMap<>();
    if (args.length % 2 != 0) {
      throw new IllegalArgumentException("every option needs a value");
    }
    for (int i = 0; i < args.length; i += 2) {
      if (args[i].equals("--set")) {
        String[] setting = args[i + 1].split("=", 2);
        if (setting.length != 2) {
          throw new IllegalArgumentException("--set needs name=value: " + args[i + 1]);
        }
        overrides.put(setting[0], setting[1]);
      } else {
        options.put(args[i], args[i + 1]);
      }
    }
    return new BrokerSettings(
        number(options, "--node-id"),
        number(options, "--port"),
        voters(required(options, "--voters")),
        Path.of(required(options, "--directory")),
        overrides);
  }

  /** For tests: the wall clock is off by the milliseconds in a file, see {@link MovedTime}. */
  private static Time clock(String[] args) {
    int option = Arrays.asList(args).indexOf("--clock");
    return option < 0 ? Time.SYSTEM : MovedTime.by(Path.of(args[option + 1]));
  }

  private static SortedMap<Integer, Integer> voters(String text) {
    SortedMap<Integer, Integer> voters = new TreeMap<>();
    for (String voter : text.split(",", -1)) {
      String[] parts = voter.split("@", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("--voters needs id@port: " + text);
      }
      voters.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
    }
    return voters;
  }

  private static int number(Map<String, String> options, String name) {
    return Integer.parseInt(required(options, name));
  }

  private static String required(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
