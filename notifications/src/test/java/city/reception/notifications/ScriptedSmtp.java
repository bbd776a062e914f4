package city.reception.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server that misbehaves as told, per recipient and attempt; after that it accepts. */
final class ScriptedSmtp implements AutoCloseable {

  /** What it does at an attempt. */
  enum Act {
    ACCEPT,
    REFUSE_SENDER_FOR_GOOD,
    REFUSE_RECIPIENT_FOR_NOW,
    REFUSE_RECIPIENT_FOR_GOOD,
    REFUSE_CONTENT_FOR_NOW,
    REFUSE_CONTENT_FOR_GOOD,
    HANG_UP_BEFORE_CONTENT,
    HANG_UP_AFTER_CONTENT,
    SAY_NOTHING_AFTER_CONTENT
  }

  private volatile ServerSocket server;
  private final Map<String, Queue<Act>> scripts = new ConcurrentHashMap<>();
  private final List<String> attempts = new CopyOnWriteArrayList<>();
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile @Nullable Runnable beforeAccepting;

  ScriptedSmtp() {
    server = open(0);
  }

  private ServerSocket open(int port) {
    try {
      ServerSocket opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> listen(opened));
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hangs up and stops listening until it is {@link #up}. */
  void down() {
    close();
    hangUp();
  }

  /** Hangs up on everybody, and listens on. */
  void hangUp() {
    open.forEach(ScriptedSmtp::close);
  }

  /** How many connections there were. */
  int connections() {
    return connections.get();
  }

  void up() {
    server = open(server.getLocalPort());
  }

  int port() {
    return server.getLocalPort();
  }

  /** Plays one act at each attempt to write to the appeal's resident. */
  void plays(AppealOfTest appeal, Act... acts) {
    scripts.put(String.valueOf(appeal.email()), new ConcurrentLinkedQueue<>(Arrays.asList(acts)));
  }

  /** Runs with the whole mail in hand, before it is accepted. */
  void beforeAccepting(Runnable action) {
    beforeAccepting = action;
  }

  long attemptsFor(AppealOfTest appeal) {
    return attempts.stream().filter(to -> to.equals(appeal.email())).count();
  }

  long acceptedFor(AppealOfTest appeal) {
    return accepted.stream().filter(to -> to.equals(appeal.email())).count();
  }

  private void listen(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket socket = opened.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        Writer out = new OutputStreamWriter(socket.getOutputStream(), UTF_8)) {
      say(out, "220 test");
      String to = "";
      Act act = Act.ACCEPT;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.length() < 4 ? line : line.substring(0, 4);
        switch (command) {
          case "RCPT" -> {
            to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            attempts.add(to);
            act = next(to);
            say(out, replyToRecipient(act));
          }
          case "DATA" -> {
            if (act == Act.HANG_UP_BEFORE_CONTENT) {
              return;
            }
            say(out, "354 go on");
            readContent(in);
            if (!end(in, out, act, to)) {
              return;
            }
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // The client hung up.
    } finally {
      open.remove(socket);
    }
  }

  private static String replyToRecipient(Act act) {
    return switch (act) {
      case REFUSE_RECIPIENT_FOR_NOW -> "450 mailbox busy";
      case REFUSE_RECIPIENT_FOR_GOOD -> "550 no such mailbox";
      case REFUSE_SENDER_FOR_GOOD -> "530 sign in first";
      default -> "250 ok";
    };
  }

  private static void readContent(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
  }

  private boolean end(BufferedReader in, Writer out, Act act, String to) throws IOException {
    switch (act) {
      case HANG_UP_AFTER_CONTENT -> {
        return false;
      }
      case SAY_NOTHING_AFTER_CONTENT -> {
        return in.readLine() != null;
      }
      case REFUSE_CONTENT_FOR_NOW -> say(out, "451 later");
      case REFUSE_CONTENT_FOR_GOOD -> say(out, "554 no");
      default -> {
        Runnable action = beforeAccepting;
        if (action != null) {
          action.run();
        }
        accepted.add(to);
        say(out, "250 taken");
      }
    }
    return true;
  }

  private Act next(String to) {
    Queue<Act> script = scripts.get(to);
    Act act = script == null ? null : script.poll();
    return act == null ? Act.ACCEPT : act;
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() {
    close(server);
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
