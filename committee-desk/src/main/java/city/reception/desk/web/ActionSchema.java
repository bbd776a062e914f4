package city.reception.desk.web;

import city.reception.desk.queue.ActionType;
import city.reception.events.AnswerResult;
import city.reception.events.RefusalGround;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The body of an action, for the API's description; {@link ActionRequests} reads it. */
@Schema(name = "Action")
record ActionSchema(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ActionType type,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", example = "1")
        int expectedVersion,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 300) String actor,
    @Schema(description = "REDIRECT only, required there") String toCommittee,
    @Schema(
            description = "REDIRECT, EXTEND, FORWARD, SPLIT and END_CORRESPONDENCE only, required",
            maxLength = 2000)
        String reason,
    @Schema(
            description = "EXTEND only, required there; the rules of the case say how many at most",
            minimum = "1",
            example = "30")
        int days,
    @Schema(
            description =
                """
                The answer (ANSWER and ANSWER_CAMPAIGN, required), the body's reply \
                (RECORD_REQUEST_REPLY, required), or what is said beside the ground (REFUSE)\
                """,
            maxLength = 20_000)
        String text,
    @Schema(description = "ANSWER and ANSWER_CAMPAIGN only; EXPLAINED when absent")
        AnswerResult result,
    @Schema(
            description = "FORWARD only, required there: the competent body outside, by its name",
            maxLength = 300)
        String toBody,
    @Schema(description = "SPLIT only, required there: 2 to 10 parts") List<SplitPart> parts,
    @Schema(
            description = "ASK_CLARIFICATION and REQUEST_INFORMATION only, required there",
            maxLength = 20_000)
        String question,
    @Schema(description = "REFUSE only, required there: a ground of 59-FZ, articles 11 and 8.7")
        RefusalGround ground,
    @Schema(
            description = "REFUSE only, required with ALREADY_PUBLISHED: an https address",
            maxLength = 500)
        String publishedAt,
    @Schema(
            description = "REQUEST_INFORMATION only, required there: the body that is asked",
            maxLength = 300)
        String body,
    @Schema(
            description = "RECORD_REQUEST_REPLY only, required there: as the appeal shows it",
            maxLength = 128)
        String requestId) {

  /** A part of a split appeal. */
  record SplitPart(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String committee,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 2000) String question) {}

  static final String TAKE_UP =
      """
      {"type": "TAKE_UP", "expectedVersion": 1, "actor": "Белова М. С."}\
      """;

  static final String REDIRECT =
      """
      {"type": "REDIRECT", "expectedVersion": 1, "actor": "Белова М. С.",
       "toCommittee": "entrepreneurship-innovation-it",
       "reason": "Вопрос о портале городских услуг."}\
      """;

  static final String EXTEND =
      """
      {"type": "EXTEND", "expectedVersion": 2, "actor": "Белова М. С.", "days": 30,
       "reason": "Запрошены документы у управляющей организации."}\
      """;

  static final String ANSWER =
      """
      {"type": "ANSWER", "expectedVersion": 2, "actor": "Депутат Орлов П. А.",
       "text": "Уважаемая Анна Петровна! Лифт отремонтирован 20 ноября.", "result": "SATISFIED"}\
      """;

  static final String FORWARD =
      """
      {"type": "FORWARD", "expectedVersion": 2, "actor": "Белова М. С.",
       "toBody": "Жилищная инспекция города", "reason": "Надзор за управляющими организациями ведёт инспекция."}\
      """;

  static final String SPLIT =
      """
      {"type": "SPLIT", "expectedVersion": 2, "actor": "Белова М. С.",
       "parts": [
         {"committee": "environment", "question": "Вырубка деревьев во дворе."},
         {"committee": "city-services-housing", "question": "Неисправный лифт."}],
       "reason": "В обращении два разных вопроса."}\
      """;

  static final String ASK_CLARIFICATION =
      """
      {"type": "ASK_CLARIFICATION", "expectedVersion": 2, "actor": "Белова М. С.",
       "question": "Назовите, пожалуйста, номер подъезда."}\
      """;

  static final String REFUSE =
      """
      {"type": "REFUSE", "expectedVersion": 2, "actor": "Белова М. С.",
       "ground": "ALREADY_PUBLISHED", "publishedAt": "https://duma.example/answers/17"}\
      """;

  static final String END_CORRESPONDENCE =
      """
      {"type": "END_CORRESPONDENCE", "expectedVersion": 2, "actor": "Белова М. С.",
       "reason": "На этот вопрос дважды дан ответ, новых доводов нет."}\
      """;

  static final String REQUEST_INFORMATION =
      """
      {"type": "REQUEST_INFORMATION", "expectedVersion": 2, "actor": "Белова М. С.",
       "body": "Управляющая организация «Дом»", "question": "Когда назначен ремонт лифта?"}\
      """;

  static final String RECORD_REQUEST_REPLY =
      """
      {"type": "RECORD_REQUEST_REPLY", "expectedVersion": 2, "actor": "Белова М. С.",
       "requestId": "0f6c0a52-7a1e-8f2d-9f3f-9c2a1f0b7d11", "text": "Ремонт назначен на 20 ноября."}\
      """;

  static final String ANSWER_CAMPAIGN =
      """
      {"type": "ANSWER_CAMPAIGN", "expectedVersion": 2, "actor": "Белова М. С.",
       "text": "Сквер на Лесной улице сохранят.", "result": "SATISFIED"}\
      """;
}
