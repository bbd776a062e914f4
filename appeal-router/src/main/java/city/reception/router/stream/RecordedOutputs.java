package city.reception.router.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Records to be sent, as one value of the ledger: read back, they are the same byte for byte. The
 * outputs of one input repeat each other, so they are compressed here, and not by the database,
 * which takes several times as long for it.
 */
final class RecordedOutputs {

  private static final byte ZSTD = 3;

  /** The quickest of the ordinary ones: they are read back almost never. */
  private static final int LEVEL = 1;

  /** What stands before the compressed bytes: the format, and how many there are without it. */
  private static final int HEAD = Byte.BYTES + Integer.BYTES;

  /** To make one takes as long as to compress with it, and none must be lost with its thread. */
  private static final Queue<ZstdCompressCtx> COMPRESSORS = new ConcurrentLinkedQueue<>();

  private RecordedOutputs() {}

  static byte[] write(List<ProducerRecord<byte[], byte[]>> outputs) {
    byte[] plain = plain(outputs);
    byte[] compressed = compress(plain);
    return ByteBuffer.allocate(HEAD + compressed.length)
        .put(ZSTD)
        .putInt(plain.length)
        .put(compressed)
        .array();
  }

  private static byte[] compress(byte[] plain) {
    ZstdCompressCtx idle = COMPRESSORS.poll();
    ZstdCompressCtx compressor = idle == null ? new ZstdCompressCtx().setLevel(LEVEL) : idle;
    try {
      return compressor.compress(plain);
    } finally {
      COMPRESSORS.add(compressor);
    }
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
    if (head.get() != ZSTD) {
      throw new IllegalStateException("outputs were recorded in a format that is not known");
    }
    byte[] plain = new byte[head.getInt()];
    try (ZstdDecompressCtx decompressor = new ZstdDecompressCtx()) {
      int length =
          decompressor.decompressByteArray(
              plain, 0, plain.length, recorded, HEAD, recorded.length - HEAD);
      if (length < plain.length) {
        throw new IllegalStateException("recorded outputs are cut short");
      }
      return plain;
    } catch (ZstdException e) {
      throw new IllegalStateException("recorded outputs cannot be read", e);
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
