package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.codec.Examples.Example;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever a record's value is, it is read exactly as the schema says, or refused as undecodable.
 */
class HostileValueTest {

  private static final String MARK = "@MARK@";
  private static final String SECRET = "Секрет";
  private static final List<String> HOSTILE =
      List.of(
          "\"\"",
          "\" \"",
          "\"3\"",
          "\"3.5\"",
          "\"true\"",
          "\"NaN\"",
          "\"Infinity\"",
          "\"null\"",
          "\"" + SECRET + "\"",
          "\" PERSON \"",
          "\"person\"",
          "\"PROPOSAL \"",
          "\"0\"",
          "\"1-1-1-1-1\"",
          "\"+12026-11-20T10:00:00Z\"",
          "\"2026-11-20T10:00:00\"",
          "\"2026-02-30\"",
          "\"1763631000\"",
          "0",
          "-1",
          "1763631000",
          "3.5",
          "1e3",
          "1e999",
          "-1e999999999",
          "1e-999999999",
          "9".repeat(400),
          "9".repeat(2000),
          "true",
          "false",
          "[]",
          "{}",
          "[0]",
          "[null]",
          "[\"" + SECRET + "\"]",
          "[{}]",
          "{\"" + SECRET + "\":1}",
          "{\"value\":\"" + SECRET + "\"}",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "NaN",
          "'" + SECRET + "'",
          "[".repeat(5000) + "]".repeat(5000));

  /** What no conversion may get around; lengths and ranges are the business of the limits. */
  private static final Set<String> KINDS = Set.of("type", "enum", "format", "required");

  static List<Example<?>> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aValueOfAnotherKindIsNotConverted(Example<?> example) {
    Schema schema = Schemas.schema(example.type());
    for (String document : withEachValueReplaced(example)) {
      for (String hostile : HOSTILE) {
        String json = document.replace("\"" + MARK + "\"", hostile);
        if (accepts(example, json.getBytes(UTF_8))) {
          List<Error> violations = Schemas.violations(schema, JsonMapper.shared().readTree(json));
          assertThat(violations.stream().filter(error -> KINDS.contains(error.getKeyword())))
              .as("%s was taken at %s", hostile, document)
              .isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void nullStandsForAbsentAndNothingRequiredMayBeAbsent(Example<?> example) {
    JsonNode schema = Schemas.read(example.type());
    List<String> required =
        schema.path("required").valueStream().map(JsonNode::stringValue).toList();
    for (String property : value(example).propertyNames()) {
      byte[] withNull = changed(example, value -> value.putNull(property));
      byte[] without = changed(example, value -> value.remove(property));

      assertThat(accepts(example, withNull)).isEqualTo(!required.contains(property));
      assertThat(accepts(example, without)).isEqualTo(!required.contains(property));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aPropertyThatStandsTwiceIsRefused(Example<?> example) {
    String json = value(example).toString();
    String first = value(example).propertyNames().iterator().next();
    String twice = "{\"" + first + "\":" + value(example).get(first) + "," + json.substring(1);

    assertThat(accepts(example, twice.getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"\"",
        "0",
        "true",
        "{}",
        "{",
        "{\"Секрет\":",
        "{} {}",
        "\u0000"
      })
  void aValueThatIsNoEventIsRefused(String json) {
    for (Example<?> example : examples()) {
      assertThat(accepts(example, json.getBytes(UTF_8))).isFalse();
    }
  }

  @Test
  void aMissingValueIsRefused() {
    assertThatThrownBy(() -> decode(Examples.all().getFirst(), null))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("the record has no value");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anythingButUtf8IsRefused(Example<?> example) {
    String json = value(example).toString();
    byte[] surrogateAsBytes =
        (json.substring(0, json.length() - 1) + ",\"x\":\"?\"}").getBytes(UTF_8);
    byte[] encodedSurrogate = new byte[surrogateAsBytes.length + 2];
    int at = surrogateAsBytes.length - 3;
    System.arraycopy(surrogateAsBytes, 0, encodedSurrogate, 0, at);
    encodedSurrogate[at] = (byte) 0xed;
    encodedSurrogate[at + 1] = (byte) 0xa0;
    encodedSurrogate[at + 2] = (byte) 0x80;
    System.arraycopy(surrogateAsBytes, at + 1, encodedSurrogate, at + 3, 2);

    assertThat(accepts(example, surrogateAsBytes)).isTrue();
    assertThat(accepts(example, encodedSurrogate)).isFalse();
    assertThat(accepts(example, json.getBytes(UTF_16))).isFalse();
    assertThat(accepts(example, json.replace("{", "{\"x\":\"Ñ\",").getBytes(ISO_8859_1))).isFalse();
  }

  @Test
  void nestingIsReadToADepthAndNoFurther() {
    Example<?> example = Examples.all().getFirst();
    for (int depth : new int[] {10, 100_000}) {
      String nested = "[".repeat(depth) + "]".repeat(depth);
      byte[] json = changed(example, value -> value.put("x", MARK));
      byte[] deep = new String(json, UTF_8).replace("\"" + MARK + "\"", nested).getBytes(UTF_8);

      assertThat(accepts(example, deep)).isEqualTo(depth == 10);
    }
  }

  /** Whether the value is read; the refusal is always the one exception, and quotes nothing. */
  private static boolean accepts(Example<?> example, byte[] value) {
    return refusal(example, value)
        .map(refusal -> {
          assertThat(refusal).hasMessageNotContaining(SECRET).hasNoCause();
          assertThat(refusal.getMessage()).hasSizeLessThan(200);
          return false;
        })
        .orElse(true);
  }

  private static Optional<UndecodableException> refusal(Example<?> example, byte[] value) {
    try {
      decode(example, value);
      return Optional.empty();
    } catch (UndecodableException e) {
      return Optional.of(e);
    }
  }

  private static void decode(Example<?> example, byte @Nullable [] value) {
    example.decoded(example.encodedWith(value));
  }

  private static ObjectNode value(Example<?> example) {
    return (ObjectNode) JsonMapper.shared().readTree(example.encoded().value());
  }

  private static byte[] changed(Example<?> example, Consumer<ObjectNode> change) {
    ObjectNode value = value(example);
    change.accept(value);
    return value.toString().getBytes(UTF_8);
  }

  private static List<String> withEachValueReplaced(Example<?> example) {
    List<String> documents = new ArrayList<>();
    ObjectNode root = value(example);
    replaceEach(root, root, documents);
    return documents;
  }

  private static void replaceEach(JsonNode root, JsonNode node, List<String> documents) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode own = object.get(name);
        object.put(name, MARK);
        documents.add(root.toString());
        object.set(name, own);
        replaceEach(root, own, documents);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode own = array.get(i);
        array.set(i, array.stringNode(MARK));
        documents.add(root.toString());
        array.set(i, own);
        replaceEach(root, own, documents);
      }
    }
  }
}
