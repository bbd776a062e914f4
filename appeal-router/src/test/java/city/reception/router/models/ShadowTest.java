package city.reception.router.models;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.router.ledger.ShadowOpinion;
import city.reception.router.routing.Appeal;
import city.reception.router.routing.Classifier;
import city.reception.router.routing.RoutingPolicy;
import city.reception.router.routing.RoutingTable;
import city.reception.router.routing.RoutingTable.Holder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A model on trial, beside the one that decides. */
class ShadowTest {

  private static final CommitteeId EDUCATION = new CommitteeId("education");
  private static final CommitteeId HEALTH = new CommitteeId("health");
  private static final RoutingTable TABLE =
      new RoutingTable(
          List.of(holder(EDUCATION, "schools"), holder(HEALTH, "clinics")), List.of(), List.of());

  @Test
  void itsOpinionStandsBesideTheDecisionAndChangesNothing() {
    Routing routing = new Routing(policy("live", "schools"), new Shadow(policy("new", "clinics")));
    var decision = routing.route(letter(null));

    ShadowOpinion opinion = routing.inTheShadow(letter(null), decision).orElseThrow();

    assertThat(decision.committee()).isEqualTo(EDUCATION);
    assertThat(opinion.differs()).isTrue();
    assertThat(opinion.live()).isEqualTo(new ShadowOpinion.Side("live", EDUCATION, 0.9));
    assertThat(opinion.shadow()).isEqualTo(new ShadowOpinion.Side("new", HEALTH, 0.9));
  }

  @Test
  void whatTheResidentDecidedNoModelIsAskedAbout() {
    Routing routing = new Routing(policy("live", "schools"), new Shadow(policy("new", "clinics")));
    Appeal addressed = letter(new Addressee(HEALTH, null));

    assertThat(routing.inTheShadow(addressed, routing.route(addressed))).isEmpty();
  }

  @Test
  void oneThatFailsIsAskedNoMoreAndTheDecisionStands() {
    AtomicInteger asked = new AtomicInteger();
    RoutingPolicy failing =
        new RoutingPolicy(
            TABLE,
            new Fixed(
                "failing",
                () -> {
                  asked.incrementAndGet();
                  throw new IllegalStateException("the shadow fails");
                }));
    Routing routing = new Routing(policy("live", "schools"), new Shadow(failing));

    for (int i = 0; i < 3; i++) {
      var decision = routing.route(letter(null));
      assertThat(decision.committee()).isEqualTo(EDUCATION);
      assertThat(routing.inTheShadow(letter(null), decision)).isEmpty();
    }
    assertThat(asked).hasValue(1);
  }

  private static RoutingPolicy policy(String version, String topic) {
    return new RoutingPolicy(
        TABLE,
        new Fixed(
            version,
            () ->
                new Classifier.Answer(List.of(new Classifier.Topic(topic, 0.9, List.of())), true)));
  }

  private static Appeal letter(@Nullable Addressee addressee) {
    return new Appeal(
        AppealKind.COMPLAINT, "portal", ApplicantType.PERSON, addressee, "Тема", "Текст", null);
  }

  private static Holder holder(CommitteeId id, String topic) {
    return new Holder(
        id, new LocalizedText(id.slug(), id.slug()), List.of(topic), List.of(), List.of());
  }

  private interface Answering {
    Classifier.Answer answer();
  }

  private record Fixed(String version, Answering answering) implements Classifier {
    @Override
    public Set<String> topics() {
      return Set.of("schools", "clinics");
    }

    @Override
    public Answer classify(String subject, String text) {
      return answering.answer();
    }
  }
}
