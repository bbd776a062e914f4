package city.reception.router.routing;

import static city.reception.events.CommitteeId.RECEPTION;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Basis;
import city.reception.router.routing.Classifier.Topic;
import city.reception.router.routing.RoutingTable.Holder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policies over a few committees, and letters for them. */
final class Policies {

  static final CommitteeId EDUCATION = new CommitteeId("education");
  static final CommitteeId HEALTH = new CommitteeId("health");
  static final CommitteeId HOUSING = new CommitteeId("city-services-housing");
  static final ExplicitRule NURSERIES =
      new ExplicitRule(
          "nurseries",
          Set.of(),
          Set.of(AppealKind.COMPLAINT),
          Set.of(),
          List.of("ясл"),
          List.of(),
          HEALTH);

  private Policies() {}

  static Basis basis(RoutingDecision route) {
    return Objects.requireNonNull(route.basis());
  }

  static Appeal letter(String subject, String text) {
    return to(null, subject, text);
  }

  static Appeal to(@Nullable Addressee addressee, String subject, String text) {
    return new Appeal(
        AppealKind.COMPLAINT, "portal", ApplicantType.PERSON, addressee, subject, text, null);
  }

  static RoutingPolicy certainOf(String topic) {
    return policy(true, seen(topic, 0.9));
  }

  static RoutingPolicy uncertain(String topic) {
    return policy(false, seen(topic, 0.9));
  }

  static Topic seen(String topic, double probability) {
    return new Topic(topic, probability, List.of());
  }

  static RoutingPolicy policy(boolean certain, Topic... topics) {
    return new RoutingPolicy(table(List.of(NURSERIES)), new Fixed(certain, topics));
  }

  static RoutingTable table(List<ExplicitRule> rules) {
    return new RoutingTable(
        List.of(
            holder(
                EDUCATION,
                List.of("schools", "nurseries"),
                List.of("комисси по образован"),
                List.of("орлов")),
            holder(HEALTH, List.of("clinics"), List.of("комисси по здравоохран"), List.of()),
            holder(HOUSING, List.of("houses"), List.of(), List.of()),
            holder(RECEPTION, List.of(), List.of(), List.of())),
        rules,
        List.of("жалоб", "жалу", "обжал", "не ответил", "нагруб"));
  }

  private static Holder holder(
      CommitteeId id, List<String> topics, List<String> about, List<String> deputies) {
    return new Holder(
        id, new LocalizedText("Комиссия " + id, "Commission " + id), topics, about, deputies);
  }

  record Fixed(Answer answer) implements Classifier {

    Fixed(boolean certain, Topic... topics) {
      this(new Answer(Arrays.asList(topics), certain && topics.length > 0));
    }

    @Override
    public String version() {
      return "fixed-1";
    }

    @Override
    public Set<String> topics() {
      return Set.of("schools", "nurseries", "clinics", "houses");
    }

    @Override
    public Answer classify(String subject, String text) {
      return answer;
    }
  }
}
