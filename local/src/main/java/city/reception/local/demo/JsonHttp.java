package city.reception.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests as a careful client makes them: what was not accepted is repeated as it was, as long as
 * the server asks for it.
 */
final class JsonHttp implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int ATTEMPTS = 60;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final JsonMapper json = JsonMapper.builder().build();

  /** An answer that the client did not expect. */
  static final class UnexpectedAnswerException extends RuntimeException {
    UnexpectedAnswerException(HttpRequest request, HttpResponse<String> response) {
      super(
          "%s %s was answered with %d: %s"
              .formatted(
                  request.method(),
                  request.uri().getPath(),
                  response.statusCode(),
                  response.body()));
    }
  }

  /** An answer. */
  record Answer(int status, JsonNode body, Optional<String> location) {}

  /** What the resource is. */
  Answer get(String url) {
    return parsed(send(request(url)));
  }

  /** What the resource is, or the problem that it is not there. */
  Answer getIfThere(String url) {
    HttpRequest request = request(url);
    HttpResponse<String> response = once(request);
    return parsed(response.statusCode() == 404 ? response : send(request));
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
  }

  /** Posts JSON; the headers carry what makes a repeat harmless. */
  Answer post(String url, JsonNode body, Map<String, String> headers) {
    return parsed(post(url, "application/json", json.writeValueAsString(body), headers));
  }

  /** Posts lines and returns the lines of the answer. */
  Iterable<JsonNode> postLines(String url, Iterable<? extends JsonNode> lines) {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append(json.writeValueAsString(line)).append('\n'));
    HttpResponse<String> response = post(url, "application/x-ndjson", body.toString(), Map.of());
    if (response.statusCode() != 200) {
      throw new UnexpectedAnswerException(response.request(), response);
    }
    return response.body().lines().filter(line -> !line.isBlank()).map(json::readTree).toList();
  }

  private HttpResponse<String> post(
      String url, String type, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(TIMEOUT)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body, UTF_8));
    headers.forEach(request::header);
    return send(request.build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response = once(request);
      if (response.statusCode() >= 400
          && response.statusCode() != 409
          && response.statusCode() != 503) {
        throw new UnexpectedAnswerException(request, response);
      }
      if (response.statusCode() != 503) {
        return response;
      }
      if (attempt == ATTEMPTS) {
        throw new UnexpectedAnswerException(request, response);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private HttpResponse<String> once(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("no answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Answer parsed(HttpResponse<String> response) {
    String body = response.body();
    return new Answer(
        response.statusCode(),
        body.isBlank() ? json.createObjectNode() : json.readTree(body),
        response.headers().firstValue("Location"));
  }

  @Override
  public void close() {
    client.close();
  }
}
