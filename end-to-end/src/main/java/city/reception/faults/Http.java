package city.reception.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests, each made once. */
final class Http implements AutoCloseable {

  /** Longer than intake takes to say that it does not know. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /** An answer; a body that is no JSON is empty here. */
  record Answer(int status, JsonNode body, String text, Optional<String> location) {

    /** The last part of the problem's type, or the status where there is none. */
    String problem() {
      String type = body.path("type").asString("");
      return type.isEmpty() ? Integer.toString(status) : type.substring(type.lastIndexOf(':') + 1);
    }
  }

  /**
   * Asks.
   *
   * @throws IOException when no answer comes
   */
  Answer get(String url, Map<String, String> headers) throws IOException {
    return send(request(url, headers).GET());
  }

  /**
   * Posts.
   *
   * @throws IOException when no answer comes
   */
  Answer post(String url, String type, String body, Map<String, String> headers)
      throws IOException {
    return send(
        request(url, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  /** Posts JSON; see there. */
  Answer post(String url, JsonNode body, Map<String, String> headers) throws IOException {
    return post(url, "application/json", json.writeValueAsString(body), headers);
  }

  private static HttpRequest.Builder request(String url, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    headers.forEach(request::header);
    return request;
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          parsed(response.body()),
          response.body(),
          response.headers().firstValue("Location"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private JsonNode parsed(String body) {
    try {
      return body.startsWith("{") ? json.readTree(body) : json.createObjectNode();
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
