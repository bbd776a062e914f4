package city.reception.benchmarks.journey;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that keeps count: how many answers, and how many other mails, each resident got.
 */
final class Mailbox implements AutoCloseable {

  /** The subject of an answer in English, the language that these residents ask for. */
  private static final String ANSWER = "The answer";

  static {
    // Else every mail asks every jar for the implementation.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

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
      String subject = subject(data);
      boolean answer = subject != null && subject.startsWith(ANSWER);
      if (answer) {
        answers.merge(recipient, 1, Integer::sum);
      }
      return "kept";
    }

    /** As it is read: with a number in Cyrillic it comes encoded. */
    private static @Nullable String subject(InputStream data) throws IOException {
      try {
        return new MimeMessage(null, data).getSubject();
      } catch (MessagingException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void done() {}
  }
}
