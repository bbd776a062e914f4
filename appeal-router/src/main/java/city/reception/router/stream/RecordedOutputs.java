package city.reception.router.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Records to be sent, as one value of the ledger: read back, they are the same byte for byte. The
 * outputs of one input repeat each other, so they are compressed here, and not by the database,
 * which takes several times as long for it.
 */
final class RecordedOutputs {

  private static final byte DEFLATED = 2;

  /** What stands before the compressed bytes: the format, and how many there are without it. */
  private static final int HEAD = Byte.BYTES + Integer.BYTES;

  /** More than {@code zlib} adds to what cannot be compressed, beside a thousandth. */
  private static final int SLACK = 64;

  /** Made once for each consumer: its tables are large. */
  private static final ThreadLocal<Deflater> DEFLATERS =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));

  private RecordedOutputs() {}

  static byte[] write(List<ProducerRecord<byte[], byte[]>> outputs) {
    byte[] plain = plain(outputs);
    byte[] recorded = new byte[HEAD + plain.length + plain.length / 1000 + SLACK];
    ByteBuffer.wrap(recorded).put(DEFLATED).putInt(plain.length);
    Deflater deflater = DEFLATERS.get();
    deflater.reset();
    deflater.setInput(plain);
    deflater.finish();
    int length = HEAD + deflater.deflate(recorded, HEAD, recorded.length - HEAD);
    if (!deflater.finished()) {
      throw new IllegalStateException("compressed outputs are larger than zlib makes them");
    }
    return Arrays.copyOf(recorded, length);
  }

  static List<ProducerRecord<byte[], byte[]>> read(byte[] recorded) {
    List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>();
    if (recorded.length == 0) {
      return outputs;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain(recorded)))) {
      for (int left = in.readInt(); left > 0; left--) {
        String topic = text(in);
        byte[] key = bytes(in);
        List<HeaderBytes> headers = new ArrayList<>();
        for (int more = in.readInt(); more > 0; more--) {
          headers.add(new HeaderBytes(text(in), bytes(in)));
        }
        ProducerRecord<byte[], byte[]> output = new ProducerRecord<>(topic, key, bytes(in));
        headers.forEach(header -> output.headers().add(header.name, header.value));
        outputs.add(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return outputs;
  }

  private static byte[] plain(List<ProducerRecord<byte[], byte[]>> outputs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(outputs.size());
      for (ProducerRecord<byte[], byte[]> output : outputs) {
        write(out, output.topic());
        write(out, output.key());
        Header[] headers = output.headers().toArray();
        out.writeInt(headers.length);
        for (Header header : headers) {
          write(out, header.key());
          write(out, header.value());
        }
        write(out, output.value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] plain(byte[] recorded) {
    ByteBuffer head = ByteBuffer.wrap(recorded);
    if (head.get() != DEFLATED) {
      throw new IllegalStateException("outputs were recorded in a format that is not known");
    }
    byte[] plain = new byte[head.getInt()];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(recorded, HEAD, recorded.length - HEAD);
      int length = 0;
      int more;
      do {
        more = inflater.inflate(plain, length, plain.length - length);
        length += more;
      } while (more > 0 && length < plain.length);
      if (length < plain.length) {
        throw new IllegalStateException("recorded outputs are cut short");
      }
      return plain;
    } catch (DataFormatException e) {
      throw new IllegalStateException("recorded outputs cannot be read", e);
    } finally {
      inflater.end();
    }
  }

  /** Not {@code writeUTF}: the name of a stranger's header may be longer than that allows. */
  private static void write(DataOutputStream out, String text) throws IOException {
    write(out, text.getBytes(UTF_8));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(Objects.requireNonNull(bytes(in)), UTF_8);
  }

  private static void write(DataOutputStream out, byte @Nullable [] value) throws IOException {
    out.writeInt(value == null ? -1 : value.length);
    if (value != null) {
      out.write(value);
    }
  }

  private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record HeaderBytes(String name, byte @Nullable [] value) {}
}
