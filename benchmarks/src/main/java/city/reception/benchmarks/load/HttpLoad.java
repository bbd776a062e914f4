package city.reception.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts letters over a number of connections that stay open, on one thread, so that the client
 * takes as little of the machine as it can. A latency counts from when the request was due, too: a
 * client that waits for a slow server must not make the server look fast.
 */
public final class HttpLoad {

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);
  private static final long CLIENTS_PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

  private final int port;
  private final List<byte[]> requests = new ArrayList<>();
  private final int keyAt;

  /** A load for {@code path} on a port of 127.0.0.1. */
  public HttpLoad(int port, String path, List<byte[]> bodies) {
    this.port = port;
    String head =
        """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Content-Type: application/json\r
        Accept: application/json\r
        Idempotency-Key:\
        """
            .formatted(path, port);
    this.keyAt = head.length() + 1;
    for (byte[] body : bodies) {
      byte[] rest = ("\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(US_ASCII);
      ByteBuffer request =
          ByteBuffer.allocate(keyAt + Keys.LENGTH + rest.length + body.length)
              .put((head + " ").getBytes(US_ASCII))
              .position(keyAt + Keys.LENGTH)
              .put(rest)
              .put(body);
      requests.add(request.array());
    }
  }

  /** Something to be done every so often while the load runs. */
  @FunctionalInterface
  public interface Watch {
    void look(Tally sofar);
  }

  /** Posts for {@code time}, and waits for the last answers. */
  public Outcome run(int connections, Arrivals arrivals, Duration time) throws IOException {
    return run(connections, arrivals, time, sofar -> {});
  }

  /** The same, showing itself to {@code watch} at each turn of its loop. */
  public Outcome run(int connections, Arrivals arrivals, Duration time, Watch watch)
      throws IOException {
    try (Selector selector = Selector.open()) {
      Loop loop = new Loop(selector, new Tally(), arrivals, watch);
      try {
        loop.connect(connections);
        return loop.run(time);
      } finally {
        loop.connections.forEach(Connection::close);
      }
    }
  }

  private final class Loop {

    private final Selector selector;
    private final Tally tally;
    private final Arrivals arrivals;
    private final Watch watch;
    private final List<Connection> connections = new ArrayList<>();
    private final ArrayDeque<Connection> free = new ArrayDeque<>();
    private long begin;
    private long due;

    Loop(Selector selector, Tally tally, Arrivals arrivals, Watch watch) {
      this.selector = selector;
      this.tally = tally;
      this.arrivals = arrivals;
      this.watch = watch;
    }

    void connect(int count) throws IOException {
      InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (int i = 0; i < count; i++) {
        Connection connection = new Connection(server, selector);
        connections.add(connection);
        free.add(connection);
      }
    }

    Outcome run(Duration time) throws IOException {
      begin = System.nanoTime();
      long end = begin + time.toNanos();
      long now = begin;
      while (now < end) {
        sendDue(now);
        turn();
        watch.look(tally);
        now = System.nanoTime();
      }
      Duration elapsed = Duration.ofNanos(now - begin);
      long patience = now + LAST_ANSWERS.toNanos();
      while (free.size() < connections.size() && System.nanoTime() < patience) {
        turn();
      }
      return tally.outcome(elapsed, connections.size() - free.size());
    }

    private void sendDue(long now) throws IOException {
      switch (arrivals) {
        case Arrivals.Closed() -> {
          while (!free.isEmpty()) {
            send(free.poll(), now);
          }
        }
        case Arrivals.Open(double perSecond) -> {
          long fallenDue = (long) ((now - begin) / 1e9 * perSecond);
          while (due < fallenDue) {
            long at = begin + (long) (due / perSecond * 1e9);
            if (now - at > CLIENTS_PATIENCE_NANOS) {
              tally.unsent++;
            } else if (free.isEmpty()) {
              return;
            } else {
              send(free.poll(), at);
            }
            due++;
          }
        }
      }
    }

    private void send(Connection connection, long dueAt) throws IOException {
      int index = tally.next();
      byte[] request = requests.get(index % requests.size()).clone();
      tally.keys.write(index, request, keyAt);
      connection.index = index;
      connection.dueAt = dueAt;
      connection.sentAt = System.nanoTime();
      try {
        connection.send(ByteBuffer.wrap(request));
      } catch (IOException e) {
        broke(connection);
      }
    }

    private void turn() throws IOException {
      boolean waiting = arrivals instanceof Arrivals.Open && !free.isEmpty();
      selector.select(this::ready, waiting ? 1 : 50);
    }

    private void ready(SelectionKey key) {
      Connection connection = (Connection) key.attachment();
      if (key.isConnectable()) {
        connected(connection);
        return;
      }
      try {
        if (key.isWritable()) {
          connection.flush();
        }
        if (key.isReadable()) {
          int status = connection.read();
          if (status != Connection.NONE) {
            tally.answered(connection, status, System.nanoTime());
            connection.index = Connection.IDLE;
            if (connection.closing) {
              renew(connection);
            }
            free.add(connection);
          }
        }
      } catch (IOException e) {
        broke(connection);
      }
    }

    /** A connection that broke while it was idle is among the free ones already. */
    private void broke(Connection connection) {
      boolean inUse = connection.index != Connection.IDLE;
      renew(connection);
      if (inUse) {
        tally.failed++;
        free.add(connection);
      }
    }

    private void renew(Connection connection) {
      try {
        connection.reconnect(selector);
      } catch (IOException e) {
        throw gone(e);
      }
    }

    private void connected(Connection connection) {
      try {
        connection.connected();
      } catch (IOException e) {
        throw gone(e);
      }
    }

    private static UncheckedIOException gone(IOException e) {
      return new UncheckedIOException("the server takes no connections any more", e);
    }
  }
}
