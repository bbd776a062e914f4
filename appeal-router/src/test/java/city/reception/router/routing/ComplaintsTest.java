package city.reception.router.routing;

import static city.reception.events.CommitteeId.RECEPTION;
import static city.reception.router.routing.Policies.EDUCATION;
import static city.reception.router.routing.Policies.HEALTH;
import static city.reception.router.routing.Policies.basis;
import static city.reception.router.routing.Policies.certainOf;
import static city.reception.router.routing.Policies.letter;
import static city.reception.router.routing.Policies.to;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Addressee;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A complaint is not sent to those it is about (59-FZ, article 8.6). */
class ComplaintsTest {

  @Test
  void aComplaintAboutTheNamedCommitteeGoesToTheReceptionWithTheReason() {
    RoutingDecision route =
        certainOf("schools")
            .route(
                to(
                    new Addressee(EDUCATION, null),
                    "Жалоба",
                    "Жалуюсь на бездействие Комиссии по образованию."));

    assertThat(route.committee()).isEqualTo(RECEPTION);
    assertThat(route.rule()).isEqualTo(Rule.UNCERTAIN);
    assertThat(basis(route).complaintAbout()).isEqualTo(EDUCATION);
    assertThat(route.explanation().ru()).contains("Комиссия education", "59-ФЗ, ст. 8, ч. 6");
  }

  @Test
  void aComplaintAboutTheCommitteeThatTheClassifierOrARuleChoseDoesTheSame() {
    String text = "Комиссия по здравоохранению не ответила мне за год. Холодно в яслях.";

    RoutingDecision byClassifier = certainOf("clinics").route(letter("", text.replace("ясл", "")));
    RoutingDecision byRule = certainOf("schools").route(letter("", text));

    assertThat(basis(byClassifier).complaintAbout()).isEqualTo(HEALTH);
    assertThat(byClassifier.committee()).isEqualTo(RECEPTION);
    assertThat(basis(byRule).complaintAbout()).isEqualTo(HEALTH);
    assertThat(basis(byRule).configuredRule()).isEqualTo("nurseries");
    assertThat(byRule.committee()).isEqualTo(RECEPTION);
  }

  @Test
  void aComplaintAboutOneOfItsDeputiesIsAboutTheCommittee() {
    RoutingDecision route =
        certainOf("schools").route(letter("", "Прошу разобраться: депутат Орлов нагрубил нам."));

    assertThat(basis(route).complaintAbout()).isEqualTo(EDUCATION);
  }

  @Test
  void aComplaintAboutTheDeputyToWhomItIsAddressedReachesNoCommitteeThatMayBeTheirs() {
    Addressee unknown = new Addressee(null, "Белов Пётр Андреевич");
    Addressee withCommittee = new Addressee(HEALTH, "Белов Пётр Андреевич");
    String text = "Обжалую действия депутата Белова: на приёме он не стал слушать.";

    assertThat(certainOf("schools").route(to(unknown, "", text)).committee()).isEqualTo(RECEPTION);
    assertThat(basis(certainOf("schools").route(to(withCommittee, "", text))).complaintAbout())
        .isEqualTo(HEALTH);
  }

  @Test
  void aCommitteeThatIsOnlyAskedOrPraisedGetsItsAppeal() {
    List<String> texts =
        List.of(
            "Прошу комиссию по образованию помочь школе.",
            "В школе холодно, жалоба директору не помогла. Уважаемая комиссия по образованию!",
            "Жалуюсь на шум.");

    assertThat(texts)
        .allSatisfy(text ->
            assertThat(certainOf("schools").route(letter("", text)).committee())
                .isEqualTo(EDUCATION));
  }

  @Test
  void aComplaintAboutAnotherCommitteeGoesWhereItBelongs() {
    assertThat(
            certainOf("clinics").route(letter("", "Жалоба на комиссию по образованию")).committee())
        .isEqualTo(HEALTH);
  }
}
