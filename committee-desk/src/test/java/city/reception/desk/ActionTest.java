package city.reception.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActionTest extends DeskTest {

  @Test
  void an_appeal_is_taken_up_redirected_and_answered() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    DeskClient.Answer takenUp = desk.act(appeal.id(), takeUp(1));

    assertThat(takenUp.status()).isEqualTo(200);
    assertThat(takenUp.text("state")).isEqualTo("DONE");
    assertThat(takenUp.body().path("version").asInt()).isEqualTo(2);
    assertThat(desk.get("/api/v1/appeals/" + appeal.id()).text("status")).isEqualTo("TAKEN_UP");

    assertThat(desk.act(appeal.id(), redirect(2, ECOLOGY, "Вопрос об отходах.")).status())
        .isEqualTo(200);
    assertThat(desk.get("/api/v1/appeals/" + appeal.id()).text("committee")).isEqualTo("ecology");

    assertThat(desk.act(appeal.id(), answer(3, "Мусор вывезен.")).status()).isEqualTo(200);
    assertThat(desk.get("/api/v1/appeals/" + appeal.id()).text("status")).isEqualTo("ANSWERED");
  }
}
