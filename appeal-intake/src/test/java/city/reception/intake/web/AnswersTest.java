package city.reception.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.intake.IntakeTest;
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

  @Autowired Answers answers;

  @Test
  void aResultThatFailsForNoKnownReasonIsAProblemAndSaysNothingOfTheReason() throws Exception {
    MockHttpServletResponse response =
        answered(
            CompletableFuture.failedFuture(new IllegalStateException("what nobody should read")),
            value -> ResponseEntity.ok().build());

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString()).doesNotContain("what nobody should read");
  }

  @Test
  void anAnswerThatCannotBeWrittenIsA500() {
    MockHttpServletResponse response =
        answered(
            CompletableFuture.completedFuture("a result"),
            value -> {
              throw new IllegalStateException("no answer can be made of it");
            });

    assertThat(response.getStatus()).isEqualTo(500);
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
