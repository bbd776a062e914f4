package city.reception.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** One connection that carries one request after another (HTTP/1.1, RFC 9112). */
final class Connection {

  /** No answer yet. */
  static final int NONE = 0;

  /** The number of no request. */
  static final int IDLE = -1;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int ROOM = 16 * 1024;
  private static final int STATUS_AT = 9;
  private static final String CONTENT_LENGTH = "content-length:";
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

  private final InetSocketAddress server;
  private final ByteBuffer in = ByteBuffer.allocate(ROOM);
  private SocketChannel channel;
  private SelectionKey key;
  private ByteBuffer out = NOTHING;

  /** The number of the request in hand, or {@link #IDLE}. */
  int index = IDLE;

  /** Whether the server said that it takes no further request here. */
  boolean closing;

  long dueAt;
  long sentAt;

  Connection(InetSocketAddress server, Selector selector) throws IOException {
    this.server = server;
    this.channel = connect();
    this.key = register(selector);
  }

  /** Begins to connect: a server with many to accept must not make one thread of clients wait. */
  private SocketChannel connect() throws IOException {
    SocketChannel connecting = SocketChannel.open();
    connecting.setOption(StandardSocketOptions.TCP_NODELAY, true);
    connecting.configureBlocking(false);
    connecting.connect(server);
    return connecting;
  }

  private SelectionKey register(Selector selector) throws IOException {
    int first = channel.isConnected() ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
    return channel.register(selector, first, this);
  }

  /** Replaces a connection that broke. */
  void reconnect(Selector selector) throws IOException {
    close();
    channel = connect();
    key = register(selector);
    in.clear();
    out = NOTHING;
    index = IDLE;
  }

  /** Goes on once the server has answered that it takes the connection. */
  void connected() throws IOException {
    channel.finishConnect();
    flush();
  }

  void send(ByteBuffer request) throws IOException {
    out = request;
    in.clear();
    flush();
  }

  /** Writes what is left of the request, as soon as there is a connection. */
  void flush() throws IOException {
    if (!channel.isConnected()) {
      return;
    }
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Reads; answers the status once the answer is whole. */
  int read() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("the server closed the connection");
    }
    if (!in.hasRemaining()) {
      throw new IOException("an answer is larger than expected");
    }
    int head = indexOf(END_OF_HEAD, 0);
    if (head < 0) {
      return NONE;
    }
    String text = new String(in.array(), 0, head, US_ASCII).toLowerCase(Locale.ROOT);
    int body = head + END_OF_HEAD.length;
    int length = text.indexOf(CONTENT_LENGTH);
    boolean whole;
    if (length >= 0) {
      int end = text.indexOf('\r', length);
      String number =
          text.substring(length + CONTENT_LENGTH.length(), end < 0 ? text.length() : end).strip();
      whole = in.position() >= body + Integer.parseInt(number);
    } else {
      whole =
          text.contains("transfer-encoding: chunked")
              ? indexOf(LAST_CHUNK, in.position() - LAST_CHUNK.length) >= body
              : true;
    }
    closing = text.contains("connection: close");
    return whole ? Integer.parseInt(text.substring(STATUS_AT, STATUS_AT + 3)) : NONE;
  }

  /** Whether the answer in hand holds that text. */
  boolean answerHolds(String text) {
    return new String(in.array(), 0, in.position(), US_ASCII).contains(text);
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is of no use any more, either way.
    }
  }

  private int indexOf(byte[] wanted, int from) {
    byte[] bytes = in.array();
    int last = in.position() - wanted.length;
    for (int i = Math.max(0, from); i <= last; i++) {
      int j = 0;
      while (j < wanted.length && bytes[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}
