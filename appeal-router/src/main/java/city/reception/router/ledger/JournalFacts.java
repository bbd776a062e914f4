package city.reception.router.ledger;

import city.reception.events.LocalizedText;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Basis;
import city.reception.events.RoutingDecision.Candidate;
import city.reception.events.RoutingDecision.TopicProbability;
import city.reception.events.codec.EventJson;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.lifecycle.CaseEvent;
import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/**
 * Parts what an event says: the facts, which stay for good; the name of the person who acted; and
 * what people wrote. The last two can be erased.
 */
final class JournalFacts {

  /** The columns that an entry has anyway. */
  static final Set<String> COLUMNS = Set.of("version", "index", "at", "actor");

  /**
   * What holds no word of anybody's: ids, numbers, times, choices from a list, and texts of the
   * law. Anything that is not named here can be erased.
   */
  static final Set<String> PLAIN =
      Set.of(
          "number",
          "content", // Of it, only what is named below.
          "bodyDigest",
          "dueAt",
          "dueAtExplanation",
          "rules",
          "route", // Without the words of the appeal.
          "from",
          "to",
          "askedFor",
          "days",
          "timer",
          "ties",
          "result",
          "late",
          "ground",
          "explanation", // Of a ground, in the words of the rules.
          "publishedAt",
          "committee",
          "outcome",
          "campaign",
          "request",
          "score");

  private static final String FILTER = "part";
  private static final byte[] NONE = {'{', '}'};
  private static final LocalizedText NO_WORDS = new LocalizedText("", "");

  private final JsonMapper plain;
  private final JsonMapper texts;

  JournalFacts() {
    this.plain =
        mapper(SimpleBeanPropertyFilter.filterOutAllExcept(PLAIN))
            .rebuild()
            .addMixIn(AppealContent.class, Outline.class)
            .build();
    this.texts =
        mapper(
            SimpleBeanPropertyFilter.serializeAllExcept(
                Stream.of(COLUMNS, PLAIN).flatMap(Set::stream).collect(Collectors.toSet())));
  }

  private static JsonMapper mapper(SimpleBeanPropertyFilter filter) {
    return EventJson.mapper()
        .rebuild()
        .addMixIn(CaseEvent.class, Part.class)
        .filterProvider(new SimpleFilterProvider().addFilter(FILTER, filter))
        .build();
  }

  @JsonFilter(FILTER)
  private interface Part {}

  /** The appeal itself lies elsewhere. */
  @JsonIncludeProperties({"kind", "receivedAt", "receivedOn"})
  private interface Outline {}

  /** The words of the appeal that a route quotes, in the order of what it lists. */
  private record Words(
      LocalizedText explanation, List<List<String>> candidates, List<List<String>> topics) {}

  /** What stays, as JSON. */
  String facts(CaseEvent event) {
    return plain.writeValueAsString(
        event instanceof CaseEvent.Routed routed
            ? new CaseEvent.Routed(
                routed.version(), routed.index(), routed.at(), withoutWords(routed.route()))
            : event);
  }

  /** What people wrote, as JSON in UTF-8; null where nobody wrote anything. */
  byte @Nullable [] texts(CaseEvent event) {
    byte[] json =
        texts.writeValueAsBytes(
            event instanceof CaseEvent.Routed routed ? words(routed.route()) : event);
    return Arrays.equals(json, NONE) ? null : json;
  }

  /** The name of the person who acted, if a person did. */
  static @Nullable String actor(CaseEvent event) {
    return switch (event) {
      case CaseEvent.Registered _, CaseEvent.Routed _, CaseEvent.Reminded _ -> null;
      case CaseEvent.RequestOverdue _, CaseEvent.AnsweredInParts _ -> null;
      case CaseEvent.JoinedCampaign _ -> null;
      case CaseEvent.Withdrawn _, CaseEvent.Clarified _ -> null;
      case CaseEvent.Rated _, CaseEvent.Reopened _ -> null;
      case CaseEvent.TakenUp e -> e.actor();
      case CaseEvent.Redirected e -> e.actor();
      case CaseEvent.Extended e -> e.actor();
      case CaseEvent.Answered e -> e.actor();
      case CaseEvent.Forwarded e -> e.actor();
      case CaseEvent.Split e -> e.actor();
      case CaseEvent.PartEnded e -> e.actor();
      case CaseEvent.ClarificationAsked e -> e.actor();
      case CaseEvent.Refused e -> e.actor();
      case CaseEvent.CorrespondenceEnded e -> e.actor();
      case CaseEvent.InformationRequested e -> e.actor();
      case CaseEvent.RequestReplied e -> e.actor();
    };
  }

  /** What stays of {@code facts}, in which an entry from before the chain holds everything. */
  static String plain(JsonNode facts, JsonMapper json) {
    ObjectNode left = json.createObjectNode();
    facts
        .propertyStream()
        .filter(property -> PLAIN.contains(property.getKey()))
        .forEach(property -> left.set(property.getKey(), property.getValue()));
    JsonNode route = left.get("route");
    if (route != null) {
      left.set(
          "route", json.valueToTree(withoutWords(json.treeToValue(route, RoutingDecision.class))));
    }
    return json.writeValueAsString(left);
  }

  private static Words words(RoutingDecision route) {
    Basis basis = route.basis();
    return new Words(
        route.explanation(),
        route.candidates().stream().map(Candidate::terms).toList(),
        basis == null ? List.of() : basis.topics().stream().map(TopicProbability::terms).toList());
  }

  private static RoutingDecision withoutWords(RoutingDecision route) {
    Basis basis = route.basis();
    return new RoutingDecision(
        route.committee(),
        route.rule(),
        route.classifier(),
        NO_WORDS,
        route.candidates().stream()
            .map(one -> new Candidate(one.committee(), one.score(), List.of()))
            .toList(),
        basis == null
            ? null
            : new Basis(
                basis.topics().stream()
                    .map(one ->
                        new TopicProbability(
                            one.topic(), one.committee(), one.probability(), List.of()))
                    .toList(),
                basis.configuredRule(),
                basis.complaintAbout(),
                basis.remitMismatch()));
  }
}
