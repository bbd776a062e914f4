package city.reception.intake.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.Topics;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.LogReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntakeTest
class BatchTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LETTER = Letters.plain().toString();

  @Autowired IntakeClient client;
  @Autowired LogReader log;

  @Test
  void everyLineGetsItsResultInOrder() {
    List<String> keys = IntStream.range(0, 2_000).mapToObj(_ -> IntakeClient.newKey()).toList();
    String body = String.join("\n", keys.stream().map(BatchTest::line).toList());

    List<JsonNode> results = post(BodyPublishers.ofString(body));

    assertThat(results).hasSize(2_000);
    for (int i = 0; i < results.size(); i++) {
      JsonNode result = results.get(i);
      assertThat(result.propertyNames())
          .containsExactly("line", "idempotencyKey", "appealId", "trackingCode");
      assertThat(result.path("line").asInt()).isEqualTo(i + 1);
      assertThat(result.path("idempotencyKey").asString()).isEqualTo(keys.get(i));
      assertThat(result.path("appealId").asString())
          .isEqualTo(AppealId.of("portal", keys.get(i)).toString());
    }
    assertThat(log.events(Topics.RECEIVED, results.getLast().path("appealId").asString()))
        .hasSize(1);
  }

  @Test
  void aLineIsTheSameAppealAsASingleRequestWithItsKey() {
    String key = IntakeClient.newKey();
    IntakeClient.Answer single = client.post(key, Letters.plain().toString());
    JsonNode result = post(BodyPublishers.ofString(line(key))).getFirst();

    assertThat(result.path("appealId").asString()).isEqualTo(single.text("appealId"));
    assertThat(result.path("trackingCode").asString()).isEqualTo(single.text("trackingCode"));
  }

  @Test
  void aBadLineIsAResultAndTheOthersGoOn() throws IOException {
    String reused = IntakeClient.newKey();
    client.post(reused, Letters.but(b -> b.put("subject", "Другое")));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write((line(IntakeClient.newKey()) + "\r\n").getBytes(UTF_8));
    body.write("not json\n".getBytes(UTF_8));
    body.write("\n".getBytes(UTF_8));
    body.write(new byte[] {'{', (byte) 0xff, '}', '\n'});
    body.write(("{\"pad\":\"" + "x".repeat(70_000) + "\"}\n").getBytes(UTF_8));
    body.write(Letters.but(b -> b.put("idempotencyKey", "short")).getBytes(UTF_8));
    body.write(("\n" + Letters.plain() + "\n").getBytes(UTF_8));
    body.write((line(reused) + "\n").getBytes(UTF_8));
    body.write(line(IntakeClient.newKey()).getBytes(UTF_8));

    List<JsonNode> results = post(BodyPublishers.ofByteArray(body.toByteArray()));

    assertThat(results.stream().map(BatchTest::summary))
        .containsExactly(
            "1 accepted",
            "2 null invalid-appeal body: not-json",
            "3 null invalid-appeal body: not-an-object",
            "4 null invalid-appeal body: not-utf-8",
            "5 null too-large",
            "6 short invalid-appeal idempotencyKey: format",
            "7 null invalid-appeal idempotencyKey: required",
            "8 " + reused + " key-reused",
            "9 accepted");
  }

  @Test
  void nothingInIsNothingOut() {
    assertThat(post(BodyPublishers.noBody())).isEmpty();
  }

  @Test
  void anotherMediaTypeIsRefused() {
    IntakeClient.Answer answer =
        client.send(request(BodyPublishers.ofString("{}")).setHeader("Content-Type", "text/csv"));
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void theFirstResultComesWhileLinesAreStillBeingSent() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(head().getBytes(UTF_8));
      chunk(out, line(IntakeClient.newKey()) + "\n");
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String first = in.lines().filter(l -> l.startsWith("{")).findFirst().orElseThrow();
      assertThat(first).startsWith("{\"line\":1,");
      chunk(out, line(IntakeClient.newKey()) + "\n");
      String second = in.lines().filter(l -> l.startsWith("{")).findFirst().orElseThrow();
      assertThat(second).startsWith("{\"line\":2,");
      out.write("0\r\n\r\n".getBytes(UTF_8));
    }
  }

  @Test
  void aHundredThousandLinesPassInConstantMemoryThoughTheClientReadsNothingBeforeItHasSentAll()
      throws IOException {
    int lines = 100_000;
    long before = usedMemory();
    long most = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(head().getBytes(UTF_8));
      StringBuilder some = new StringBuilder();
      for (int i = 1; i <= lines; i++) {
        some.append(line("batch-of-many-lines-" + i)).append('\n');
        if (i % 100 == 0) {
          chunk(out, some.toString());
          some.setLength(0);
        }
        if (i % 20_000 == 0) {
          most = Math.max(most, usedMemory() - before);
        }
      }
      out.write("0\r\n\r\n".getBytes(UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  new Unchunked(new BufferedInputStream(socket.getInputStream())), UTF_8));
      for (int expected = 1; expected <= lines; expected++) {
        assertThat(in.readLine())
            .startsWith("{\"line\":" + expected + ",")
            .contains("trackingCode");
      }
      assertThat(in.readLine()).isNull();
    }
    // What grows is the bounded memory of recent submissions; the lines alone are 45 MB.
    assertThat(most).isLessThan(40L << 20);
  }

  @Test
  void aClientThatGoesAwayLeavesTheOthersUnharmed() throws IOException {
    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
        OutputStream out = socket.getOutputStream();
        out.write(head().getBytes(UTF_8));
        chunk(out, line(IntakeClient.newKey()) + "\n{\"kind\":");
      }
    }
    assertThat(post(BodyPublishers.ofString(line(IntakeClient.newKey())))).hasSize(1);
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static String line(String key) {
    return "{\"idempotencyKey\":\"" + key + "\"," + LETTER.substring(1);
  }

  private static String head() {
    return """
    POST /api/v1/appeals/batch HTTP/1.1
    Host: localhost
    Content-Type: application/x-ndjson
    Transfer-Encoding: chunked

    """
        .replace("\n", "\r\n");
  }

  private static void chunk(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
    out.write(bytes);
    out.write("\r\n".getBytes(UTF_8));
    out.flush();
  }

  private HttpRequest.Builder request(HttpRequest.BodyPublisher body) {
    return client
        .request(IntakeClient.APPEALS + "/batch")
        .header("Content-Type", "application/x-ndjson")
        .POST(body);
  }

  private List<JsonNode> post(HttpRequest.BodyPublisher body) {
    IntakeClient.Answer answer = client.send(request(body));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    return answer.response().body().lines().map(JSON::readTree).toList();
  }

  private static String summary(JsonNode result) {
    if (!result.has("problem")) {
      return result.path("line").asInt() + " accepted";
    }
    JsonNode problem = result.path("problem");
    String errors =
        problem
            .path("errors")
            .valueStream()
            .map(e -> " " + e.path("field").asString() + ": " + e.path("code").asString())
            .reduce("", (all, next) -> next.startsWith(" id") || all.isEmpty() ? next : all);
    String key =
        result.path("idempotencyKey").isNull() ? "null" : result.path("idempotencyKey").asString();
    return result.path("line").asInt()
        + " "
        + key
        + " "
        + problem.path("type").asString().replace("urn:reception:problem:", "")
        + errors;
  }
}
