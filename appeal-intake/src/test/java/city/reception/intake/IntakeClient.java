package city.reception.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A channel, or a resident, with nothing but HTTP. */
@TestComponent
public final class IntakeClient {

  public static final String APPEALS = "/api/v1/appeals";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Environment environment;

  @Autowired
  public IntakeClient(Environment environment) {
    this.environment = environment;
  }

  /** An answer with its JSON. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String text(String field) {
      return json().path(field).asString();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The codes of the errors, as {@code field: code}. */
    public List<String> errors() {
      return json()
          .path("errors")
          .valueStream()
          .map(e -> e.path("field").asString() + ": " + e.path("code").asString())
          .toList();
    }
  }

  public int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer post(String key, String body) {
    return send(
        request(APPEALS)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  public Answer track(String appealId, String code) {
    return send(request(APPEALS + "/" + appealId).header("Tracking-Code", code));
  }

  /** A key that nobody used yet. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }
}
