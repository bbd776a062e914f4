package city.reception.notifications;

import static city.reception.notifications.AppealOfTest.anAppeal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.NoticeDelivery;
import city.reception.events.NoticeSuppressed;
import city.reception.events.NoticeSuppressed.Reason;
import city.reception.events.codec.Envelope;
import city.reception.notifications.ScriptedSmtp.Act;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorsTest {

  private final Reception reception = new Reception();
  private final ScriptedSmtp server = new ScriptedSmtp();
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service;

  @BeforeAll
  void start() {
    service =
        reception.start(
            server.port(),
            "--reception.notifications.delivery.contact-patience=100ms",
            "--reception.notifications.contact-kept=1h");
  }

  @AfterAll
  void stop() {
    reception.close();
    server.close();
  }

  @Test
  void aNoticeWithoutItsContactIsListedAndCountedAndStillSentWhenThatComes() {
    AppealOfTest appeal = anAppeal();
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));

    await().until(() -> get("/actuator/notices").contains(appeal.id().toString()));
    await()
        .until(() ->
            get("/actuator/prometheus")
                .lines()
                .anyMatch(
                    line -> line.matches("reception_notifications_contact_missing .*[1-9].*")));
    await()
        .until(() ->
            reception
                .query("select alerted_at from notice where appeal_id = ?", appeal.id().value())
                .stream()
                .allMatch(Objects::nonNull));
    reception.receives(appeal);

    await().until(() -> server.acceptedFor(appeal) == 1);
    assertThat(get("/actuator/notices")).doesNotContain(appeal.id().toString());
  }

  @Test
  void anUnknownNoticeIsSettledAsSent() {
    AppealOfTest appeal = unknown();

    assertThat(settle(appeal, "AS_SENT")).isEqualTo(200);

    await().until(() -> outcomes(appeal).equals(List.of("NoticeOutcomeUnknown", "NoticeSent")));
    assertThat(settle(appeal, "AS_SENT")).isEqualTo(409);
    assertThat(server.attemptsFor(appeal)).isEqualTo(1);
    assertThat(
            reception.query(
                """
                select act || ' by ' || actor || ': ' || a.reason
                from operator_act a join notice n on n.notice_id = a.notice_id
                where appeal_id = ?
                """,
                appeal.id().value()))
        .containsExactly("AS_SENT by Smirnova: seen in the mail log");
  }

  @Test
  void anUnknownNoticeIsSentAgainWhenAPersonSaysSo() {
    AppealOfTest appeal = unknown();

    assertThat(settle(appeal, "SEND_AGAIN")).isEqualTo(200);

    await().until(() -> outcomes(appeal).equals(List.of("NoticeOutcomeUnknown", "NoticeSent")));
    assertThat(server.acceptedFor(appeal)).isEqualTo(1);
  }

  @Test
  void aNoticeThatWaitsMayBeSettledWithoutSending() {
    AppealOfTest appeal = anAppeal();
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    await().until(() -> reception.statesOf(appeal).equals(List.of("PLANNED")));

    assertThat(settle(appeal, "WITHOUT_SENDING")).isEqualTo(200);
    reception.receives(appeal);

    await().until(() -> reception.deliveriesOf(appeal).size() == 1);
    assertThat(reception.deliveriesOf(appeal).getFirst().event())
        .isInstanceOfSatisfying(
            NoticeSuppressed.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.SETTLED_BY_OPERATOR));
    await().until(reception::isReadToTheEnd);
    assertThat(server.attemptsFor(appeal)).isZero();
  }

  @Test
  void whatCannotBeSettledIsRefused() {
    AppealOfTest appeal = unknown();
    String id = noticeOf(appeal);

    assertThat(post(id, "AS_SENT", " ")).isEqualTo(400);
    assertThat(post(id, "AS_YOU_LIKE", "Smirnova")).isEqualTo(400);
    assertThat(post("8fd5f6b2-9d0e-8d6e-8f4a-3c1f3b2a1d00", "AS_SENT", "Smirnova")).isEqualTo(404);
    assertThat(reception.statesOf(appeal)).containsExactly("UNKNOWN");
  }

  @Test
  void theContactOfAClosedCaseIsErasedSomeTimeAfterItsLastNotice() {
    AppealOfTest appeal = anAppeal();
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    reception.says(appeal.withdrawn(2));
    await().until(() -> reception.statesOf(appeal).equals(List.of("SENT")));
    await().until(reception::isReadToTheEnd);

    runRetention();
    assertThat(contactsOf(appeal)).isEqualTo(1);
    reception.query(
        "update notice set decided_at = now() - interval '61 minutes' where appeal_id = ?",
        appeal.id().value());
    runRetention();

    assertThat(contactsOf(appeal)).isZero();
    reception.receives(appeal);
    await().until(reception::isReadToTheEnd);
    assertThat(contactsOf(appeal)).isZero();
  }

  @Test
  void theContactOfAnAppealThatWasNeverRegisteredIsDeletedAndMayComeAgain() {
    AppealOfTest appeal = anAppeal();
    reception.receives(appeal);
    await().until(() -> contactsOf(appeal) == 1);

    runRetention();
    assertThat(contactsOf(appeal)).isEqualTo(1);
    reception.query(
        "update contact set received_at = now() - interval '91 days' where appeal_id = ?",
        appeal.id().value());
    runRetention();

    assertThat(contactsOf(appeal)).isZero();
    reception.receives(appeal);
    await().until(() -> contactsOf(appeal) == 1);
  }

  private AppealOfTest unknown() {
    AppealOfTest appeal = anAppeal();
    server.plays(appeal, Act.HANG_UP_AFTER_CONTENT);
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    await().until(() -> reception.statesOf(appeal).equals(List.of("UNKNOWN")));
    return appeal;
  }

  private List<String> outcomes(AppealOfTest appeal) {
    return reception.deliveriesOf(appeal).stream()
        .map(Envelope<NoticeDelivery>::event)
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private int contactsOf(AppealOfTest appeal) {
    return reception
        .query("select box from contact where appeal_id = ?", appeal.id().value())
        .size();
  }

  /** What the scheduler does once an hour. */
  private void runRetention() {
    service.getBean(ScheduledTaskHolder.class).getScheduledTasks().stream()
        .filter(task -> task.toString().endsWith("ContactRetention.run"))
        .forEach(task -> task.getTask().getRunnable().run());
  }

  private String noticeOf(AppealOfTest appeal) {
    return String.valueOf(
        reception
            .query("select notice_id from notice where appeal_id = ?", appeal.id().value())
            .getFirst());
  }

  private int settle(AppealOfTest appeal, String decision) {
    return post(noticeOf(appeal), decision, "Smirnova");
  }

  private int post(String notice, String decision, String actor) {
    String body =
        """
        {"decision": "%s", "actor": "%s", "reason": "seen in the mail log"}
        """
            .formatted(decision, actor);
    return send(request("/actuator/notices/" + notice)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)))
        .statusCode();
  }

  private String get(String path) {
    return send(request(path).GET()).body();
  }

  private HttpRequest.Builder request(String path) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
