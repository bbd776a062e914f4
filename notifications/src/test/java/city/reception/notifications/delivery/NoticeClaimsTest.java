package city.reception.notifications.delivery;

import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.notifications.AppealOfTest;
import city.reception.notifications.Reception;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class NoticeClaimsTest {

  private static final DeliveryProperties PROPERTIES =
      new DeliveryProperties(
          "first",
          1,
          Duration.ofMinutes(15),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMinutes(15),
          Duration.ofDays(5),
          Duration.ofMinutes(10));

  @Test
  void aClaimWhoseAnswerWasLostIsGivenBackAndMayBeClaimedAgain() throws SQLException {
    AppealOfTest appeal = anAppeal();
    try (Reception reception = new Reception()) {
      ConfigurableApplicationContext service = reception.start(1);
      reception.says(appeal.registered(false));
      await().until(() -> reception.statesOf(appeal).equals(List.of("PLANNED")));
      service.close();
      reception.query(
          "update notice set next_attempt_at = now() where appeal_id = ?", appeal.id().value());
      try (Connection connection = reception.connect()) {
        NoticeClaims claims =
            new NoticeClaims(
                JdbcClient.create(new SingleConnectionDataSource(connection, true)), PROPERTIES);
        UUID lost = UUID.randomUUID();
        assertThat(claims.claim(5, lost)).hasSize(1);
        assertThat(claims.claim(5, UUID.randomUUID())).isEmpty();

        claims.giveBack(lost);

        assertThat(claims.claim(5, UUID.randomUUID()))
            .singleElement()
            .satisfies(claimed -> assertThat(claimed.attempt()).isEqualTo(1));
      }
    }
  }
}
