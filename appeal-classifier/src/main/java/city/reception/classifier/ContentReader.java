package city.reception.classifier;

import city.reception.classifier.ModelCard.Comparison;
import city.reception.classifier.ModelCard.HeldOut;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a model's content, and believes nothing: a file that was made up is refused like one that
 * was damaged, before memory is given to what it promises.
 */
final class ContentReader {

  private final DataInputStream in;

  ContentReader(byte[] content) {
    this.in = new DataInputStream(new ByteArrayInputStream(content));
  }

  ModelContent content() throws InvalidModelException {
    try {
      int count = in.readUnsignedShort();
      require(count > 0 && count <= Short.MAX_VALUE, "the number of its topics");
      List<String> topics = new ArrayList<>();
      SortedMap<String, Integer> texts = new TreeMap<>();
      for (int k = 0; k < count; k++) {
        String topic = in.readUTF();
        require(
            !topic.isBlank() && (topics.isEmpty() || topics.getLast().compareTo(topic) < 0),
            "the order of its topics");
        topics.add(topic);
        texts.put(topic, natural("the number of a topic's texts"));
      }
      ModelCard card = card(texts);
      Calibration calibration = calibration(count);
      Weights weights = weights(count);
      OutOfFold heldOut = heldOut(count);
      require(in.available() == 0, "its end");
      return new ModelContent(topics, weights, calibration, heldOut, card);
    } catch (InvalidModelException e) {
      throw e;
    } catch (IOException e) {
      throw damaged("its end");
    }
  }

  private ModelCard card(SortedMap<String, Integer> texts) throws IOException {
    double precision = in.readDouble();
    require(precision > 0 && precision < 1, "its precision");
    HeldOut heldOut = new HeldOut(share(), share(), share(), share(), share());
    Optional<Comparison> comparison =
        in.readBoolean() ? Optional.of(new Comparison(in.readUTF(), share())) : Optional.empty();
    return new ModelCard(texts, precision, heldOut, comparison);
  }

  private Calibration calibration(int topics) throws IOException {
    float stretch = finite(in.readFloat());
    float[] shifts = floats(topics);
    float ofRight = finite(in.readFloat());
    float ofWrong = finite(in.readFloat());
    require(ofRight >= 0 && ofWrong >= 0, "its calibration");
    return new Calibration(stretch, shifts, ofRight, ofWrong, finite(in.readFloat()));
  }

  private Weights weights(int topics) throws IOException {
    int units = in.readUnsignedShort();
    require(units > 0 && units <= Weights.MOST_UNITS, "the number of its units");
    int rows = natural("the number of its features");
    long each = Long.BYTES + 2L * Float.BYTES + units;
    require(rows <= Weights.MOST_ROWS && rows * each <= in.available(), "its size");
    long[] hashes = new long[rows];
    ByteBuffer.wrap(in.readNBytes(rows * Long.BYTES)).asLongBuffer().get(hashes);
    for (int row = 1; row < rows; row++) {
      require(hashes[row - 1] < hashes[row], "the order of its features");
    }
    float[] idf = floats(rows);
    float[] scales = floats(rows);
    byte[] weights = in.readNBytes(rows * units);
    return new Weights(
        hashes, idf, scales, weights, floats(units), floats(units * topics), floats(topics));
  }

  private OutOfFold heldOut(int topics) throws IOException {
    int size = natural("the number of held-out texts");
    int kept = in.readUnsignedShort();
    require(kept == Math.min(OutOfFold.MOST_KEPT, topics), "the topics of a held-out text");
    long each = Long.BYTES + Short.BYTES + (long) kept * (Short.BYTES + Float.BYTES);
    require(size * each <= in.available(), "its size");
    long[] texts = new long[size];
    short[] actual = new short[size];
    for (int i = 0; i < size; i++) {
      texts[i] = in.readLong();
      actual[i] = topic(topics);
    }
    short[] likeliest = new short[size * kept];
    for (int i = 0; i < likeliest.length; i++) {
      likeliest[i] = topic(topics);
    }
    return new OutOfFold(texts, actual, kept, likeliest, floats(likeliest.length));
  }

  private short topic(int topics) throws IOException {
    short topic = in.readShort();
    require(topic >= 0 && topic < topics, "the topic of a held-out text");
    return topic;
  }

  private float[] floats(int count) throws IOException {
    require((long) count * Float.BYTES <= in.available(), "its size");
    float[] values = new float[count];
    ByteBuffer.wrap(in.readNBytes(count * Float.BYTES)).asFloatBuffer().get(values);
    for (float value : values) {
      finite(value);
    }
    return values;
  }

  private int natural(String what) throws IOException {
    int number = in.readInt();
    require(number >= 0, what);
    return number;
  }

  private double share() throws IOException {
    double share = in.readDouble();
    require(share >= 0 && share <= 1, "its figures");
    return share;
  }

  private static float finite(float value) throws InvalidModelException {
    require(Float.isFinite(value), "a number");
    return value;
  }

  private static void require(boolean holds, String what) throws InvalidModelException {
    if (!holds) {
      throw damaged(what);
    }
  }

  private static InvalidModelException damaged(String what) {
    return new InvalidModelException("the model is damaged: " + what);
  }
}
