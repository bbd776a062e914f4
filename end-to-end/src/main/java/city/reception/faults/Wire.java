package city.reception.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The connections from one side of the system to another, by way of this process, so that they can
 * be cut, silenced and slowed. Whole again, it passes every byte on.
 */
final class Wire implements AutoCloseable {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final String name;
  private final int target;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile State state = State.WHOLE;
  private volatile Duration delay = Duration.ZERO;

  private enum State {
    WHOLE,
    /** Every connection ends at once, and none can be made. */
    CUT,
    /** Connections stay and new ones are taken, but nothing passes, as when a cable is pulled. */
    SILENT
  }

  Wire(String name, int port, int target) {
    this.name = name;
    this.target = target;
    try {
      this.server = new ServerSocket(port, 200, HERE);
    } catch (IOException e) {
      throw new UncheckedIOException("no wire on port " + port, e);
    }
    Thread.ofVirtual().name(name).start(this::accept);
  }

  String name() {
    return name;
  }

  int port() {
    return server.getLocalPort();
  }

  void cut() {
    change(State.CUT);
    sockets.forEach(this::end);
  }

  void silence() {
    change(State.SILENT);
  }

  /** Holds every piece that passes back for that long. */
  void slow(Duration by) {
    delay = by;
  }

  void mend() {
    delay = Duration.ZERO;
    change(State.WHOLE);
  }

  @Override
  public void close() {
    cut();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void change(State to) {
    lock.lock();
    try {
      state = to;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (state == State.CUT) {
          end(client);
        } else {
          sockets.add(client);
          Thread.ofVirtual().name(name).start(() -> join(client));
        }
      } catch (IOException e) {
        // The next one may come through; a closed server ends the loop.
      }
    }
  }

  private void join(Socket client) {
    Socket service = new Socket();
    try {
      awaitPassage();
      service.connect(new InetSocketAddress(HERE, target), 2_000);
      service.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      sockets.add(service);
      Thread back = Thread.ofVirtual().name(name).start(() -> pump(service, client));
      pump(client, service);
      back.join();
    } catch (IOException e) {
      // Whoever connects learns of it when its own side ends.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(client);
      end(service);
    }
  }

  /** Ends both when one side ends: nobody here talks on over a connection half closed. */
  private void pump(Socket from, Socket to) {
    byte[] piece = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        awaitPassage();
        out.write(piece, 0, length);
      }
    } catch (IOException e) {
      // The connection is over.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(from);
      end(to);
    }
  }

  private void awaitPassage() throws InterruptedException {
    if (delay.isPositive()) {
      Thread.sleep(delay); // The fault itself: a slow wire.
    }
    lock.lock();
    try {
      while (state == State.SILENT) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void end(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // It is over all the same.
    }
  }
}
