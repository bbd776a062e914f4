package city.reception.intake.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class EdgeTest {

  @Autowired IntakeClient client;

  @Test
  void aBodyThatSaysItIsTooLargeIsRefusedBeforeItComes() throws IOException {
    String head =
        """
        POST /api/v1/appeals HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Idempotency-Key: 0123456789abcdef
        Content-Length: 65537

        {"kind":
        """;
    assertThat(statusLineAfter(head.replace("\n", "\r\n"))).contains(" 413 ");
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefusedBeforeItEnds() throws IOException {
    String head =
        """
        POST /api/v1/appeals HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Idempotency-Key: 0123456789abcdef
        Transfer-Encoding: chunked

        """;
    String chunk = "4000\r\n" + " ".repeat(0x4000) + "\r\n";
    assertThat(statusLineAfter(head.replace("\n", "\r\n") + chunk.repeat(4) + "1\r\n \r\n"))
        .contains(" 413 ");
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() {
    String letter = Letters.plain().toString();
    int missing = BoundedBody.LIMIT - letter.getBytes(UTF_8).length;
    assertThat(client.post(IntakeClient.newKey(), letter + " ".repeat(missing)).status())
        .isEqualTo(202);
    IntakeClient.Answer over = client.post(IntakeClient.newKey(), letter + " ".repeat(missing + 1));
    assertThat(over.status()).isEqualTo(413);
    assertThat(over.text("type")).isEqualTo("urn:reception:problem:too-large");
  }

  @Test
  void anotherMediaTypeIsRefused() {
    IntakeClient.Answer answer =
        client.send(
            client
                .request(IntakeClient.APPEALS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("hello")));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:unsupported-type");
  }

  @Test
  void aMissingMediaTypeIsRefused() {
    IntakeClient.Answer answer =
        client.send(client.request(IntakeClient.APPEALS).POST(BodyPublishers.ofString("{}")));
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void anotherMethodIsRefused() {
    IntakeClient.Answer answer = client.send(client.request("/api/v1/committees").DELETE());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET");
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:method-not-allowed");
  }

  @Test
  void aClientThatAcceptsNothingWeHaveIsTold() {
    IntakeClient.Answer answer =
        client.send(client.request("/api/v1/committees").header("Accept", "image/png"));
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:not-acceptable");
  }

  @Test
  void anAddressThatIsNotThereIsAProblemToo() {
    IntakeClient.Answer answer = client.send(client.request("/api/v1/nothing"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:not-found");
  }

  @Test
  void answersAreNotKeptAndNotGuessedAt() {
    IntakeClient.Answer answer = client.send(client.request("/api/v1/committees"));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void theCommitteesAreListedWithNamesAndRemits() {
    IntakeClient.Answer answer = client.send(client.request("/api/v1/committees"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().valueStream().map(c -> c.path("slug").asString()))
        .contains("entrepreneurship-innovation-it", "reception");
    assertThat(answer.json().valueStream())
        .allSatisfy(c -> {
          assertThat(c.path("name").path("ru").asString()).isNotBlank();
          assertThat(c.path("name").path("en").asString()).isNotBlank();
          assertThat(c.path("remit").path("ru").asString()).isNotBlank();
        });
  }

  @Test
  void readinessSpeaksOfKafkaAndNotOfTheDatabase() {
    IntakeClient.Answer answer = client.send(client.request("/actuator/health/readiness"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("components").propertyNames())
        .containsExactlyInAnyOrder("kafka", "readinessState");
  }

  @Test
  void acceptedAndRefusedAppealsAreCounted() {
    client.post(IntakeClient.newKey(), Letters.plain().toString());
    client.post(IntakeClient.newKey(), "{}");
    String metrics = client.send(client.request("/actuator/prometheus")).response().body();
    assertThat(metrics)
        .contains("reception_intake_accepted_total{channel=\"portal\"")
        .contains("reception_intake_refused_total{reason=\"invalid-appeal\"")
        .contains("reception_intake_in_flight");
  }

  /** Sends this much, no more, and reads the first line of the answer. */
  private String statusLineAfter(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.getOutputStream().flush();
      BufferedReader answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      return answer.readLine();
    }
  }
}
