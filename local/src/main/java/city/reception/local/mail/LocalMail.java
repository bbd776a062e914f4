package city.reception.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on 127.0.0.1 that delivers into a folder: each mail it accepts is one new {@code
 * .eml} file there, complete and on the disk before the sender is told that it was accepted.
 */
public final class LocalMail implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalMail.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

  private final SMTPServer server;

  private LocalMail(SMTPServer server) {
    this.server = server;
  }

  /**
   * Starts a server that keeps its mail in {@code directory}, on {@code port} or, when that is 0,
   * on one of the system's choice.
   */
  public static LocalMail start(int port, Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the mail folder cannot be made: " + directory, e);
    }
    SMTPServer server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .insertReceivedHeaders(false)
            .messageHandlerFactory(context -> new Delivery(context, directory))
            .build();
    server.start();
    return new LocalMail(server);
  }

  /** Where it listens. */
  public int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** One mail on its way into the folder. */
  private record Delivery(MessageContext context, Path directory) implements MessageHandler {

    @Override
    public void from(String from) {}

    @Override
    public void recipient(String recipient) {}

    @Override
    public String data(InputStream data) throws IOException, RejectException {
      String name = STAMP.format(Clock.systemUTC().instant()) + "-" + UUID.randomUUID();
      Path temporary = directory.resolve("." + name + ".part");
      try {
        Files.copy(data, temporary);
        force(temporary);
        Files.move(temporary, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        return name;
      } catch (IOException e) {
        log.error("a mail cannot be kept in {}", directory, e);
        Files.deleteIfExists(temporary);
        throw new RejectException(451, "the mail cannot be kept");
      }
    }

    @Override
    public void done() {}

    private static void force(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }
}
