package city.reception.desk.web;

import city.reception.desk.queue.ActionType;
import io.swagger.v3.oas.annotations.media.Schema;

/** The body of an action, for the API's description; {@link ActionRequests} reads it. */
@Schema(name = "Action")
record ActionSchema(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ActionType type,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", example = "1")
        int expectedVersion,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 300) String actor,
    @Schema(description = "REDIRECT only, required there") String toCommittee,
    @Schema(description = "REDIRECT and EXTEND only, required there", maxLength = 2000)
        String reason,
    @Schema(
            description = "EXTEND only, required there; the rules of the case say how many at most",
            minimum = "1",
            example = "30")
        int days,
    @Schema(description = "ANSWER only, required there", maxLength = 20_000) String text) {

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
       "text": "Уважаемая Анна Петровна! Лифт отремонтирован 20 ноября."}\
      """;
}
