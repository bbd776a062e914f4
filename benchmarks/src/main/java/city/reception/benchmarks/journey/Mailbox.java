package city.reception.benchmarks.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that keeps count: how many answers, and how many other mails, each resident got.
 */
final class Mailbox implements AutoCloseable {

  /** The subject of an answer in English, the language that these residents ask for. */
  private static final String ANSWER = "subject: the answer";

  private static final String SUBJECT = "subject:";

  private final SMTPServer server;
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  Mailbox() {
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .insertReceivedHeaders(false)
            .maxConnections(200)
            .messageHandlerFactory(Delivery::new)
            .build();
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  /** How many answers came for the resident with that address. */
  int answersFor(String address) {
    return answers.getOrDefault(address, 0);
  }

  /** How many residents have their answer. */
  int answered() {
    return answers.size();
  }

  /** Forgets everybody. */
  void clear() {
    answers.clear();
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Delivery implements MessageHandler {

    private String recipient = "";

    Delivery(MessageContext context) {}

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String address) {
      recipient = address;
    }

    @Override
    public String data(InputStream data) throws IOException {
      String mail = new String(data.readAllBytes(), US_ASCII);
      boolean answer =
          mail.lines()
              .takeWhile(line -> !line.isEmpty())
              .map(line -> line.toLowerCase(Locale.ROOT))
              .filter(line -> line.startsWith(SUBJECT))
              .anyMatch(line -> line.startsWith(ANSWER));
      if (answer) {
        answers.merge(recipient, 1, Integer::sum);
      }
      return "kept";
    }

    @Override
    public void done() {}
  }
}
