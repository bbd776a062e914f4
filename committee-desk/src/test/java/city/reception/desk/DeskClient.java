package city.reception.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person at the desk. */
final class DeskClient {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  DeskClient(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** A person at the desk that runs in {@code context}. */
  static DeskClient of(ApplicationContext context) {
    return new DeskClient(
        context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  /** What came back. */
  record Answer(int status, JsonNode body, HttpHeaders headers) {

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    String text(String field) {
      return body.path(field).asString();
    }
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  Answer act(Object appeal, Map<String, ?> body, String... headers) {
    return act(appeal, JSON.writeValueAsString(body), headers);
  }

  Answer act(Object appeal, String body, String... headers) {
    return act(appeal, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  Answer act(Object appeal, HttpRequest.BodyPublisher body, String... headers) {
    return send(
        request("/api/v1/appeals/" + appeal + "/actions", headers)
            .header("Content-Type", "application/json")
            .POST(body)
            .build());
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()),
          response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }
}
