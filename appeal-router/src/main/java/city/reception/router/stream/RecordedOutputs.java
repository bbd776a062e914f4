package city.reception.router.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Records to be sent, as one value of the ledger: read back, they are the same byte for byte. The
 * outputs of one input repeat each other, and those of all inputs a dictionary, so they are
 * compressed here, and not by the database, which takes several times as long for it.
 */
final class RecordedOutputs {

  /** Without a dictionary, as they were written before there was one. */
  private static final byte ZSTD = 3;

  /** With the dictionary of this number, which therefore never changes. */
  private static final byte ZSTD_WITH_DICTIONARY = 4;

  /** The quickest of the ordinary ones: they are read back almost never. */
  static final int LEVEL = 1;

  /** What stands before the compressed bytes: the format, and how many there are without it. */
  private static final int HEAD = Byte.BYTES + Integer.BYTES;

  private static final byte[] DICTIONARY = dictionary("outputs-4.zdict");
  private static final ZstdDictCompress DIGESTED = new ZstdDictCompress(DICTIONARY, LEVEL);

  /** To make one takes as long as to compress with it, and none must be lost with its thread. */
  private static final Queue<ZstdCompressCtx> COMPRESSORS = new ConcurrentLinkedQueue<>();

  private RecordedOutputs() {}

  static byte[] write(List<ProducerRecord<byte[], byte[]>> outputs) {
    byte[] plain = new byte[mostBytes(outputs)];
    int length = put(ByteBuffer.wrap(plain), outputs);
    byte[] recorded = new byte[HEAD + Math.toIntExact(Zstd.compressBound(length))];
    ByteBuffer.wrap(recorded).put(ZSTD_WITH_DICTIONARY).putInt(length);
    ZstdCompressCtx idle = COMPRESSORS.poll();
    ZstdCompressCtx compressor = idle == null ? new ZstdCompressCtx().loadDict(DIGESTED) : idle;
    try {
      int compressed =
          compressor.compressByteArray(recorded, HEAD, recorded.length - HEAD, plain, 0, length);
      return Arrays.copyOf(recorded, HEAD + compressed);
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

  /** Returns how many bytes they are. */
  private static int put(ByteBuffer out, List<ProducerRecord<byte[], byte[]>> outputs) {
    out.putInt(outputs.size());
    for (ProducerRecord<byte[], byte[]> output : outputs) {
      put(out, output.topic());
      put(out, output.key());
      Header[] headers = output.headers().toArray();
      out.putInt(headers.length);
      for (Header header : headers) {
        put(out, header.key());
        put(out, header.value());
      }
      put(out, output.value());
    }
    return out.position();
  }

  /** How many bytes the outputs have at most: a character has three in UTF-8. */
  private static int mostBytes(List<ProducerRecord<byte[], byte[]>> outputs) {
    int most = Integer.BYTES;
    for (ProducerRecord<byte[], byte[]> output : outputs) {
      most += 4 * Integer.BYTES + 3 * output.topic().length();
      most += length(output.key()) + length(output.value());
      for (Header header : output.headers()) {
        most += 2 * Integer.BYTES + 3 * header.key().length() + length(header.value());
      }
    }
    return most;
  }

  static byte[] plain(byte[] recorded) {
    ByteBuffer head = ByteBuffer.wrap(recorded);
    byte format = head.get();
    if (format != ZSTD && format != ZSTD_WITH_DICTIONARY) {
      throw new IllegalStateException("outputs were recorded in a format that is not known");
    }
    byte[] plain = new byte[head.getInt()];
    try (ZstdDecompressCtx decompressor = new ZstdDecompressCtx()) {
      if (format == ZSTD_WITH_DICTIONARY) {
        decompressor.loadDict(DICTIONARY);
      }
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

  private static void put(ByteBuffer out, String text) {
    put(out, text.getBytes(UTF_8));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(Objects.requireNonNull(bytes(in)), UTF_8);
  }

  private static void put(ByteBuffer out, byte @Nullable [] value) {
    if (value == null) {
      out.putInt(-1);
    } else {
      out.putInt(value.length).put(value);
    }
  }

  private static int length(byte @Nullable [] value) {
    return value == null ? 0 : value.length;
  }

  private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  private static byte[] dictionary(String name) {
    try (InputStream in = RecordedOutputs.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record HeaderBytes(String name, byte @Nullable [] value) {}
}
