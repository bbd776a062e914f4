package city.reception.classifier;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A model as bytes: eight bytes that say what it is, the format's number, the content's length and
 * SHA-256, the content. Equal models are equal bytes.
 */
final class ModelFile {

  /** The line ends show what a transfer as text would have done to the file. */
  private static final byte[] MAGIC = "TOPICS\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final int FORMAT = 3;
  private static final int HASH = 32;

  /** No content is longer. */
  private static final int LONGEST = 64 << 20;

  private static final int SHOWN = 12;

  private ModelFile() {}

  static TopicModel read(InputStream in) throws IOException {
    DataInputStream header = new DataInputStream(in);
    byte[] content;
    byte[] hash;
    try {
      if (!Arrays.equals(header.readNBytes(MAGIC.length), MAGIC)) {
        throw new InvalidModelException("this is no model of topics");
      }
      int format = header.readInt();
      if (format != FORMAT) {
        throw new InvalidModelException(
            "the model has format %d; this version reads format %d".formatted(format, FORMAT));
      }
      int length = header.readInt();
      if (length < 0 || length > LONGEST) {
        throw new InvalidModelException("the model is damaged: a length of " + length);
      }
      hash = header.readNBytes(HASH);
      // Grows with what comes, whatever the length promised.
      content = header.readNBytes(length);
      if (content.length < length) {
        throw new InvalidModelException(
            "the model is cut off: %d bytes of %d".formatted(content.length, length));
      }
    } catch (EOFException e) {
      throw new InvalidModelException("the model is cut off");
    }
    if (!MessageDigest.isEqual(hash, sha256(content))) {
      throw new InvalidModelException("the model is damaged: its hash is another");
    }
    if (in.read() >= 0) {
      throw new InvalidModelException("something follows the model's end");
    }
    return new TopicModel(new ContentReader(content).content(), version(content));
  }

  static byte[] bytes(ModelContent content) {
    byte[] payload = payload(content);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 64);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(FORMAT);
      out.writeInt(payload.length);
      out.write(sha256(payload));
      out.write(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String version(ModelContent content) {
    return version(payload(content));
  }

  private static String version(byte[] payload) {
    return "topics-" + HexFormat.of().formatHex(sha256(payload)).substring(0, SHOWN);
  }

  private static byte[] payload(ModelContent content) {
    byte[] payload = new ContentWriter().bytes(content);
    if (payload.length > LONGEST) {
      throw new IllegalArgumentException("the model is too large: " + payload.length + " bytes");
    }
    return payload;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
