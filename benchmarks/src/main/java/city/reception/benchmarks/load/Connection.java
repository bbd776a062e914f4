package city.reception.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection that carries one request after another (HTTP/1.1, RFC 9112). */
final class Connection {

  /** No answer yet. */
  static final int NONE = 0;

  private static final int ROOM = 16 * 1024;
  private static final int STATUS_AT = 9;
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(US_ASCII);

  private final InetSocketAddress server;
  private final ByteBuffer in = ByteBuffer.allocate(ROOM);
  private SocketChannel channel;
  private SelectionKey key;
  private ByteBuffer out = ByteBuffer.allocate(0);

  /** The number of the request in hand; negative when there is none. */
  int index = -1;

  long dueAt;
  long sentAt;

  Connection(InetSocketAddress server, Selector selector) throws IOException {
    this.server = server;
    this.channel = connect();
    this.key = register(selector);
  }

  private SocketChannel connect() throws IOException {
    SocketChannel connected = SocketChannel.open(server);
    connected.setOption(StandardSocketOptions.TCP_NODELAY, true);
    connected.configureBlocking(false);
    return connected;
  }

  private SelectionKey register(Selector selector) throws IOException {
    return channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Replaces a connection that broke. */
  void reconnect(Selector selector) throws IOException {
    close();
    channel = connect();
    key = register(selector);
    in.clear();
    index = -1;
  }

  void send(ByteBuffer request) throws IOException {
    out = request;
    in.clear();
    flush();
  }

  /** Writes what is left of the request. */
  void flush() throws IOException {
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
    String text = new String(in.array(), 0, head, US_ASCII).toLowerCase(java.util.Locale.ROOT);
    int body = head + END_OF_HEAD.length;
    int length = text.indexOf("content-length:");
    boolean whole;
    if (length >= 0) {
      int end = text.indexOf('\r', length);
      String number = text.substring(length + 15, end < 0 ? text.length() : end).strip();
      whole = in.position() >= body + Integer.parseInt(number);
    } else {
      whole =
          text.contains("transfer-encoding: chunked")
              ? indexOf(LAST_CHUNK, in.position() - LAST_CHUNK.length) >= body
              : true;
    }
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
