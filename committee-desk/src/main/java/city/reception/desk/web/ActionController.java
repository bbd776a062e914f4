package city.reception.desk.web;

import city.reception.desk.action.Actions;
import city.reception.desk.action.IdempotencyKey;
import city.reception.desk.queue.ActionState;
import city.reception.desk.queue.DeskAction;
import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.RefusalReason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a committee does with an appeal. */
@RestController
class ActionController {

  private static final String ACTIONS = "/api/v1/actions/";

  private final Actions actions;
  private final ActionRequests requests;

  ActionController(Actions actions, ActionRequests requests) {
    this.actions = actions;
    this.requests = requests;
  }

  /**
   * What is known of an action.
   *
   * @param reason why it was refused; null otherwise
   * @param version the case's version after the decision; null while there is none
   */
  record ActionView(
      String actionId,
      ActionState state,
      @Nullable RefusalReason reason,
      @Nullable Integer version) {

    static ActionView of(DeskAction action) {
      return new ActionView(action.id().value(), action.state(), action.reason(), action.version());
    }
  }

  @Operation(
      summary = "Do something with an appeal: take it up, redirect, split, answer, refuse, …",
      description =
          """
          The committee that holds the appeal acts, and the appeal's one register decides. \
          `expectedVersion` is the version that the actor saw: when the appeal has changed since, \
          the action is refused. Repeated under the same `Idempotency-Key` it is one action.

          TAKE_UP begins the work; REDIRECT passes it to another committee; SPLIT gives each of \
          its questions to a committee of its own (59-FZ, article 8.4), and the whole is answered \
          when all parts are; FORWARD sends it to a competent body outside and ends it here \
          (8.3); EXTEND extends the term once (12.2); ASK_CLARIFICATION asks the resident, while \
          the clock goes on; REQUEST_INFORMATION and RECORD_REQUEST_REPLY keep a deputy's request \
          to a body; ANSWER answers; ANSWER_CAMPAIGN answers the first appeal of a campaign and \
          with it all that the committee holds; REFUSE ends it on a ground of articles 11 and 8.7; \
          END_CORRESPONDENCE ends a repeat without new arguments (11.5). The resident is told of \
          each but TAKE_UP and the requests.\
          """)
  @Parameter(
      name = ActionRequests.KEY_HEADER,
      in = ParameterIn.HEADER,
      description = "16 to 128 visible ASCII characters, at random",
      schema =
          @Schema(
              type = "string",
              minLength = IdempotencyKey.MIN_LENGTH,
              maxLength = IdempotencyKey.MAX_LENGTH))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ActionSchema.class),
              examples = {
                @ExampleObject(name = "take up", value = ActionSchema.TAKE_UP),
                @ExampleObject(name = "redirect", value = ActionSchema.REDIRECT),
                @ExampleObject(name = "extend", value = ActionSchema.EXTEND),
                @ExampleObject(name = "answer", value = ActionSchema.ANSWER),
                @ExampleObject(name = "forward", value = ActionSchema.FORWARD),
                @ExampleObject(name = "split", value = ActionSchema.SPLIT),
                @ExampleObject(name = "ask", value = ActionSchema.ASK_CLARIFICATION),
                @ExampleObject(name = "refuse", value = ActionSchema.REFUSE),
                @ExampleObject(
                    name = "end the correspondence",
                    value = ActionSchema.END_CORRESPONDENCE),
                @ExampleObject(
                    name = "request information",
                    value = ActionSchema.REQUEST_INFORMATION),
                @ExampleObject(
                    name = "record the reply",
                    value = ActionSchema.RECORD_REQUEST_REPLY),
                @ExampleObject(name = "answer a campaign", value = ActionSchema.ANSWER_CAMPAIGN)
              }))
  @ApiResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = ActionView.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Not decided yet; `Location` tells later",
      content = @Content(schema = @Schema(implementation = ActionView.class)))
  @ApiResponse(responseCode = "400", description = "Bad fields, all of them named")
  @ApiResponse(responseCode = "404", description = "This desk knows no such appeal")
  @ApiResponse(responseCode = "409", description = "Refused, with the reason and the version")
  @ApiResponse(responseCode = "413", description = "The body has more than 64 KiB")
  @ApiResponse(responseCode = "422", description = "The key was used for another action")
  @ApiResponse(responseCode = "503", description = "Not known whether it was taken; repeat it")
  @PostMapping(
      path = "/api/v1/appeals/{appealId}/actions",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> act(
      @PathVariable String appealId,
      @Parameter(hidden = true) HttpServletRequest http,
      Locale locale)
      throws IOException {
    AppealId appeal = AppealController.parse(appealId).orElseThrow(NotFoundException::appeal);
    ActionRequests.ActionRequest request = requests.read(appeal, http);
    DeskAction action = actions.ask(request.action(), request.key());
    return switch (action.state()) {
      case DONE -> ResponseEntity.ok(ActionView.of(action));
      case PENDING ->
          ResponseEntity.accepted()
              .location(URI.create(ACTIONS + action.id()))
              .body(ActionView.of(action));
      case REFUSED -> Problems.answer(refused(action, locale));
    };
  }

  @Operation(summary = "What became of an action")
  @ApiResponse(responseCode = "200", description = "The action", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "404", description = "No such action was asked for at this desk")
  @GetMapping(ACTIONS + "{actionId}")
  ActionView action(@PathVariable String actionId) {
    try {
      return actions
          .find(new EventId(actionId))
          .map(ActionView::of)
          .orElseThrow(NotFoundException::action);
    } catch (IllegalArgumentException e) {
      throw NotFoundException.action();
    }
  }

  private static ProblemDetail refused(DeskAction action, Locale locale) {
    ProblemDetail problem =
        action.explanation() == null
            ? ProblemType.ACTION_REFUSED.in(locale)
            : ProblemType.ACTION_REFUSED.in(locale, action.explanation());
    problem.setProperty("actionId", action.id().value());
    problem.setProperty("reason", action.reason());
    problem.setProperty("version", action.version());
    return problem;
  }
}
