package city.reception.intake.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void linesEndWithAFeedOrTheStream() throws IOException {
    assertThat(cut("a\nbc\r\n\nd", 10)).containsExactly("1:a", "2:bc", "3:", "4:d");
    assertThat(cut("a\n", 10)).containsExactly("1:a");
    assertThat(cut("", 10)).isEmpty();
  }

  @Test
  void aLineOverTheLimitIsNotKeptAndTheNextIsRead() throws IOException {
    assertThat(cut("0123456789\n01234567890\nc", 10))
        .containsExactly("1:0123456789", "2:too long", "3:c");
    assertThat(cut("x".repeat(100_000) + "\nb", 70_000)).containsExactly("1:too long", "2:b");
  }

  @Test
  void aLineLongerThanAChunkIsWhole() throws IOException {
    String line = "y".repeat(50_000);
    assertThat(cut(line + "\n" + line, 60_000)).containsExactly("1:" + line, "2:" + line);
  }

  private static List<String> cut(String text, int limit) throws IOException {
    Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)), limit);
    List<String> found = new ArrayList<>();
    for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
      byte[] content = line.content();
      found.add(line.number() + ":" + (content == null ? "too long" : new String(content, UTF_8)));
    }
    return found;
  }
}
