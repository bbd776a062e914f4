package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.CommitteeId;
import city.reception.events.Topics;
import city.reception.events.codec.Examples.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes over the wire is what was once approved. With {@code -Dapprove=true} the files are
 * written anew; a person then reads the difference and commits it, or does not.
 */
class WireSnapshotTest {

  private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  static List<Example<?>> examples() {
    return Examples.all();
  }

  @BeforeAll
  static void approve() throws IOException {
    if (Boolean.getBoolean("approve")) {
      Files.createDirectories(APPROVED);
      for (Example<?> example : examples()) {
        Files.writeString(file(example), written(example.encoded()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void todaysCodeWritesWhatWasApproved(Example<?> example) throws IOException {
    String written = written(example.encoded());

    assertThat(file(example))
        .as("no approved record of %s; write it with ./mvnw test -Dapprove=true", example)
        .exists();
    assertThat(written)
        .as(
            "%s is written otherwise than approved. Can every consumer of v1 read it? Only then"
                + " write the file anew with ./mvnw -pl appeal-events test -Dapprove=true, read"
                + " the difference and commit it; else make it a v2",
            example)
        .isEqualTo(Files.readString(file(example)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theValueOfTheRecordIsTheApprovedOneByteForByte(Example<?> example) throws IOException {
    assertThat(new String(example.encoded().value(), UTF_8))
        .isEqualTo(approved(example).get("value").toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anApprovedRecordIsReadBack(Example<?> example) throws IOException {
    assertThat(example.decoded(approvedRecord(approved(example)))).isEqualTo(example.envelope());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aRecordWithPropertiesOfALaterDayIsReadAsWell(Example<?> example) throws IOException {
    JsonNode approved = approved(example);
    addToEveryObject(approved.get("value"));

    assertThat(example.decoded(approvedRecord(approved))).isEqualTo(example.envelope());
  }

  @Test
  void everyTypeHasAFullExampleAndEveryFileAnExample() throws IOException {
    Set<String> types =
        Topics.all(List.of(CommitteeId.RECEPTION)).stream()
            .flatMap(topic -> topic.values().types().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(
            examples().stream()
                .filter(example -> example.variant().equals("full"))
                .map(Example::type))
        .containsExactlyInAnyOrderElementsOf(types);
    try (Stream<Path> files = Files.list(APPROVED)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrderElementsOf(
              examples().stream().map(example -> example + ".json").toList());
    }
  }

  private static Path file(Example<?> example) {
    return APPROVED.resolve(example + ".json");
  }

  private static JsonNode approved(Example<?> example) throws IOException {
    return JSON.readTree(Files.readString(file(example)));
  }

  private static String written(ProducerRecord<byte[], byte[]> record) {
    ObjectNode file = JSON.createObjectNode();
    file.put("topic", record.topic());
    file.put("key", new String(record.key(), UTF_8));
    ObjectNode headers = file.putObject("headers");
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    file.set("value", JSON.readTree(record.value()));
    return JSON.writer().with(PRETTY).writeValueAsString(file) + "\n";
  }

  private static ProducerRecord<byte[], byte[]> approvedRecord(JsonNode approved) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            approved.get("topic").stringValue(),
            approved.get("key").stringValue().getBytes(UTF_8),
            approved.get("value").toString().getBytes(UTF_8));
    for (Map.Entry<String, JsonNode> header : approved.get("headers").properties()) {
      record.headers().add(header.getKey(), header.getValue().stringValue().getBytes(UTF_8));
    }
    return record;
  }

  private static void addToEveryObject(JsonNode node) {
    node.forEach(WireSnapshotTest::addToEveryObject);
    if (node instanceof ObjectNode object) {
      object.putObject("addedLater").putArray("list").add(1).add("x").addNull();
      object.put("addedLaterToo", "x");
    }
  }
}
