package city.reception.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.reception.classifier.training.Corpus;
import city.reception.classifier.training.Trainer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model file is refused for. */
class ModelFileTest {

  private static final int FORMAT = 8;
  private static final int LENGTH = 12;
  private static final int HASH = 16;
  private static final int CONTENT = 48;

  private static byte[] good;

  @BeforeAll
  static void train(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("model.topics");
    new Trainer(0.9, Optional.empty(), line -> {}).train(Corpus.of(20)).write(file);
    good = Files.readAllBytes(file);
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertRefused("text,label\nлифт,lifts\n".getBytes(StandardCharsets.UTF_8), "no model");
    assertRefused(new byte[0], "no model");
  }

  @Test
  void aLaterFormatIsRefusedByItsNumber() {
    byte[] bytes = good.clone();
    bytes[FORMAT + 3] = 9;
    assertRefused(bytes, "format 9");
  }

  @Test
  void aFileCutOffAnywhereIsRefused() {
    for (int length = 0; length < good.length; length += 1 + good.length / 97) {
      assertRefused(Arrays.copyOf(good, length), "model");
    }
  }

  @Test
  void aChangedByteAnywhereIsRefused() {
    for (int at = 0; at < good.length; at += 1 + good.length / 97) {
      byte[] bytes = good.clone();
      bytes[at] ^= 0x10;
      assertRefused(bytes, "");
    }
  }

  @Test
  void whatFollowsTheEndIsRefused() {
    assertRefused(Arrays.copyOf(good, good.length + 1), "follows");
  }

  @Test
  void aLengthThatLiesCostsNoMemory() {
    byte[] bytes = good.clone();
    ByteBuffer.wrap(bytes).putInt(LENGTH, 60 << 20);
    assertRefused(bytes, "cut off");
    ByteBuffer.wrap(bytes).putInt(LENGTH, -1);
    assertRefused(bytes, "damaged");
    ByteBuffer.wrap(bytes).putInt(LENGTH, Integer.MAX_VALUE);
    assertRefused(bytes, "damaged");
  }

  @Test
  void aContentThatWasMadeUpWithItsHashNeitherFailsOtherwiseNorTakesMemory() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = good.clone();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        // Mostly where the counts are.
        int span = random.nextBoolean() ? 300 : bytes.length - CONTENT;
        bytes[CONTENT + random.nextInt(Math.min(span, bytes.length - CONTENT))] =
            (byte) random.nextInt();
      }
      byte[] content = Arrays.copyOfRange(bytes, CONTENT, bytes.length);
      System.arraycopy(
          MessageDigest.getInstance("SHA-256").digest(content), 0, bytes, HASH, CONTENT - HASH);
      try {
        TopicModel model = TopicModel.read(new ByteArrayInputStream(bytes));
        assertThat(model.explain("", "лифт застрял", 2).classification().topics()).isNotEmpty();
      } catch (InvalidModelException e) {
        assertThat(e).hasMessageContaining("damaged");
      }
    }
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatExceptionOfType(InvalidModelException.class)
        .isThrownBy(() -> read(bytes))
        .withMessageContaining(message);
  }

  private static TopicModel read(byte[] bytes) throws IOException {
    return TopicModel.read(new ByteArrayInputStream(bytes));
  }
}
