package city.reception.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.intake.IntakeTest;
import java.io.UnsupportedEncodingException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** An exchange ends with an answer, whatever goes wrong on the way to it. */
@IntakeTest
class AnswersTest {

  private static final String UNFORESEEN = "what nobody should read";

  @Autowired Answers answers;

  @Test
  void aResultThatFailsForNoKnownReasonIsAProblem() throws Exception {
    assertUnexplainedProblem(
        answered(
            CompletableFuture.failedFuture(new IllegalStateException(UNFORESEEN)),
            value -> ResponseEntity.ok().build()));
  }

  @Test
  void aResultThatNoAnswerCanBeMadeOfIsAProblem() throws Exception {
    assertUnexplainedProblem(
        answered(
            CompletableFuture.completedFuture("a result"),
            value -> {
              throw new IllegalStateException(UNFORESEEN);
            }));
  }

  @Test
  void anAnswerThatIsNoJsonIsA500() {
    Iterable<String> unspeakable =
        () -> {
          throw new IllegalStateException(UNFORESEEN);
        };
    MockHttpServletResponse response =
        answered(
            CompletableFuture.completedFuture("a result"),
            value -> ResponseEntity.ok().body(unspeakable));

    assertThat(response.getStatus()).isEqualTo(500);
  }

  private static void assertUnexplainedProblem(MockHttpServletResponse response)
      throws UnsupportedEncodingException {
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString()).doesNotContain(UNFORESEEN);
  }

  private MockHttpServletResponse answered(
      CompletableFuture<String> result, Function<String, ResponseEntity<?>> answer) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/appeals");
    request.setAsyncSupported(true);
    MockHttpServletResponse response = new MockHttpServletResponse();

    answers.send(request, response, result, answer);

    assertThat(request.isAsyncStarted()).as("still waits for its end").isFalse();
    return response;
  }
}
