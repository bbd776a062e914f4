package city.reception.router.routing;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.classifier.TopicModel;
import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import city.reception.events.codec.EventJson;
import city.reception.router.RoutingTables;
import city.reception.router.models.TopicModelClassifier;
import city.reception.starter.committees.Committees;
import city.reception.starter.committees.CommitteesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The starter model and the committees as they are shipped, on letters that it never saw. */
class SampleAppealsTest {

  private static final Path SAMPLES = Path.of("../local/src/main/resources/samples/appeals.ndjson");
  private static final double RIGHT_AT_LEAST = 0.65;
  private static final double WRONG_AT_MOST = 0.05;

  private final JsonMapper json = EventJson.mapper();
  private final RoutingPolicy policy = shipped();

  private record Sample(CommitteeId expected, CommitteeId routed, String subject) {
    boolean isRight() {
      return expected.equals(routed);
    }

    boolean isWrong() {
      return !isRight() && !routed.equals(CommitteeId.RECEPTION);
    }
  }

  @Test
  void mostLettersWithoutAnAddresseeReachTheirCommitteeAndFewReachAnother() throws IOException {
    List<Sample> samples = withoutAddressee();
    double right = share(samples.stream().filter(Sample::isRight).count(), samples);
    double wrong = share(samples.stream().filter(Sample::isWrong).count(), samples);

    System.out.printf( // What a person who edits the corpus or the committees wants to see.
        "%d letters without an addressee: %.1f %% to their committee, %.1f %% to another,"
            + " %.1f %% to the reception%n",
        samples.size(), 100 * right, 100 * wrong, 100 * (1 - right - wrong));
    samples.stream().filter(sample -> !sample.isRight()).forEach(System.out::println);

    assertThat(samples).hasSizeGreaterThan(100);
    assertThat(right).isGreaterThanOrEqualTo(RIGHT_AT_LEAST);
    assertThat(wrong).isLessThanOrEqualTo(WRONG_AT_MOST);
  }

  @Test
  void everyCommitteeHasLettersAmongTheSamplesThatReachIt() throws IOException {
    assertThat(
            withoutAddressee().stream()
                .filter(Sample::isRight)
                .map(Sample::routed)
                .collect(Collectors.toSet()))
        .containsAll(committees().ids());
  }

  private List<Sample> withoutAddressee() throws IOException {
    return Files.readAllLines(SAMPLES).stream()
        .map(json::readTree)
        .filter(line -> !line.at("/appeal/addressee").has("committee"))
        .map(this::routed)
        .toList();
  }

  private Sample routed(JsonNode line) {
    String subject = line.at("/appeal/subject").asString();
    return new Sample(
        new CommitteeId(line.get("expected").asString()),
        policy.route(appeal(line.get("appeal"))).committee(),
        subject);
  }

  private static Appeal appeal(JsonNode written) {
    JsonNode deputy = written.at("/addressee/deputy");
    return new Appeal(
        AppealKind.valueOf(written.get("kind").asString()),
        "portal",
        ApplicantType.valueOf(written.at("/applicant/type").asString()),
        deputy.isMissingNode() ? null : new Addressee(null, deputy.asString()),
        written.get("subject").asString(),
        written.get("text").asString(),
        written.at("/location/address").asStringOpt().orElse(null));
  }

  private static double share(long count, List<Sample> samples) {
    return (double) count / samples.size();
  }

  private static Committees committees() {
    return CommitteesFile.read(new FileSystemResource("../config/committees.yaml"));
  }

  private static RoutingPolicy shipped() {
    RoutingTable table = RoutingTables.of(committees());
    return new RoutingPolicy(table, new TopicModelClassifier(TopicModel.starter(), table));
  }
}
