package city.reception.classifier;

import city.reception.classifier.ModelCard.HeldOut;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Writes what {@link ContentReader} reads. */
final class ContentWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] bytes(ModelContent content) {
    try {
      out.writeShort(content.topics().size());
      for (String topic : content.topics()) {
        out.writeUTF(topic);
        out.writeInt(content.card().texts().getOrDefault(topic, 0));
      }
      card(content.card());
      calibration(content.calibration());
      weights(content.weights());
      heldOut(content.heldOut());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void card(ModelCard card) throws IOException {
    HeldOut heldOut = card.heldOut();
    out.writeDouble(card.precision());
    out.writeDouble(heldOut.accuracy());
    out.writeDouble(heldOut.macroF1());
    out.writeDouble(heldOut.ece());
    out.writeDouble(heldOut.coverage());
    out.writeDouble(heldOut.reached());
    out.writeBoolean(card.comparison().isPresent());
    if (card.comparison().isPresent()) {
      out.writeUTF(card.comparison().get().version());
      out.writeDouble(card.comparison().get().accuracy());
    }
  }

  private void calibration(Calibration calibration) throws IOException {
    out.writeFloat(calibration.stretch());
    floats(calibration.shifts());
    out.writeFloat(calibration.ofRight());
    out.writeFloat(calibration.ofWrong());
    out.writeFloat(calibration.constant());
  }

  private void weights(Weights weights) throws IOException {
    out.writeShort(weights.units);
    out.writeInt(weights.hashes.length);
    ByteBuffer hashes = ByteBuffer.allocate(weights.hashes.length * Long.BYTES);
    hashes.asLongBuffer().put(weights.hashes);
    out.write(hashes.array());
    floats(weights.idf);
    floats(weights.scales);
    out.write(weights.weights);
    floats(weights.unitBias);
    floats(weights.voices);
    floats(weights.bias);
  }

  private void heldOut(OutOfFold heldOut) throws IOException {
    out.writeInt(heldOut.size());
    out.writeShort(heldOut.kept());
    for (int i = 0; i < heldOut.size(); i++) {
      out.writeLong(heldOut.texts()[i]);
      out.writeShort(heldOut.actual()[i]);
    }
    for (short topic : heldOut.topics()) {
      out.writeShort(topic);
    }
    floats(heldOut.probabilities());
  }

  private void floats(float[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
    buffer.asFloatBuffer().put(values);
    out.write(buffer.array());
  }
}
