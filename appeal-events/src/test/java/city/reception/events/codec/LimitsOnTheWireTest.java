package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.CommitteeAction;
import city.reception.events.IntakeEvent;
import city.reception.events.codec.Examples.Example;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What comes from outside is refused by the codec exactly where its schema says so: each text at
 * its length, control characters, blanks, and places off the globe.
 */
class LimitsOnTheWireTest {

  static List<Text> texts() {
    return properties("maxLength").stream()
        .filter(place -> place.schema().has("not"))
        .map(place -> new Text(place, place.schema().path("maxLength").intValue()))
        .toList();
  }

  static List<Place> degrees() {
    return properties("maximum").stream()
        .filter(place -> place.schema().path("type").asString().equals("number"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextMayBeAsLongAsTheSchemaSaysAndNoLonger(Text text) {
    assertTaken(text.place(), new StringNode("Ж".repeat(text.limit())), true);
    assertTaken(text.place(), new StringNode("Ж".repeat(text.limit() + 1)), false);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextHasNoControlCharacterButTabAndLineBreaks(Text text) {
    assertTaken(text.place(), new StringNode("а\tб\r\nв"), true);
    for (char control : new char[] {0, 7, 0x0b, 0x1b, 0x7f, 0x85, 0x9f}) {
      assertTaken(text.place(), new StringNode("а" + control), false);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aRequiredTextIsNotBlank(Text text) {
    boolean mayBeBlank = !text.place().schema().has("pattern");
    assertTaken(text.place(), new StringNode(""), mayBeBlank);
    assertTaken(text.place(), new StringNode(" \n\t"), mayBeBlank);
  }

  @ParameterizedTest
  @MethodSource("degrees")
  void aPlaceIsOnTheGlobe(Place place) {
    double limit = place.schema().path("maximum").doubleValue();
    assertTaken(place, new DoubleNode(limit), true);
    assertTaken(place, new DoubleNode(-limit), true);
    assertTaken(place, new DoubleNode(limit + 0.001), false);
    assertTaken(place, new DoubleNode(-limit - 0.001), false);
  }

  private static void assertTaken(Place place, JsonNode value, boolean taken) {
    ObjectNode document =
        (ObjectNode) JsonMapper.shared().readTree(place.example().encoded().value());
    ObjectNode parent = (ObjectNode) document.at(place.parent());
    parent.set(place.name(), value);
    Schema schema = Schemas.schema(place.example().type());

    assertThat(Schemas.violations(schema, document).isEmpty()).as("by the schema").isEqualTo(taken);
    assertThat(decodes(place.example(), document)).as("by the codec").isEqualTo(taken);
  }

  private static boolean decodes(Example<?> example, JsonNode document) {
    try {
      example.decoded(example.encodedWith(document.toString().getBytes(UTF_8)));
      return true;
    } catch (UndecodableException e) {
      return false;
    }
  }

  /** Every property, at any depth, of what comes from outside, whose schema has the keyword. */
  private static List<Place> properties(String keyword) {
    List<Place> places = new ArrayList<>();
    for (Example<?> example : Examples.all()) {
      boolean fromOutside =
          example.envelope().event() instanceof IntakeEvent
              || example.envelope().event() instanceof CommitteeAction;
      if (fromOutside && example.variant().equals("full")) {
        JsonNode root = Schemas.read(example.type());
        collect(example, root, root, "", keyword, places);
      }
    }
    return places;
  }

  private static void collect(
      Example<?> example,
      JsonNode root,
      JsonNode schema,
      String path,
      String keyword,
      List<Place> places) {
    schema
        .path("properties")
        .properties()
        .forEach(entry -> {
          JsonNode property = entry.getValue();
          if (property.has("$ref")) {
            JsonNode definition = root.at(property.path("$ref").stringValue().substring(1));
            collect(example, root, definition, path + "/" + entry.getKey(), keyword, places);
          } else if (property.has(keyword)) {
            places.add(new Place(example, path, entry.getKey(), property));
          }
        });
  }

  record Text(Place place, int limit) {
    @Override
    public String toString() {
      return place + " " + limit;
    }
  }

  record Place(Example<?> example, String parent, String name, JsonNode schema) {
    @Override
    public String toString() {
      return example.type() + " " + parent + "/" + name;
    }
  }
}
