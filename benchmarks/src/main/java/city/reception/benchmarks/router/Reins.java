package city.reception.benchmarks.router;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * How the measuring process holds the measured one: a line on its input for each order, a line on
 * its output when it is carried out. The process ends with its input, so none is left behind.
 */
final class Reins {

  /** Begins every answer; all else on the output is log. */
  static final String ANSWER = "reins: ";

  private static final String START = "start ";
  private static final String STOP = "stop";

  private Reins() {}

  /** Does as it is told until nobody tells it any more. */
  static void obey(Routing routing) throws IOException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    answer("ready");
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.startsWith(START)) {
        routing.start(Integer.parseInt(order.substring(START.length())));
      } else if (order.equals(STOP)) {
        routing.stop();
      } else {
        throw new IllegalArgumentException("no such order: " + order);
      }
      answer(order);
    }
  }

  private static void answer(String said) {
    System.out.println(ANSWER + said); // The bench reads it from this pipe.
  }

  static String start(int consumers) {
    return START + consumers;
  }

  static String stop() {
    return STOP;
  }
}
