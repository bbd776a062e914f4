package city.reception.intake;

import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of appeals. */
public final class Letters {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Letters() {}

  /** A plain letter with everything that is required and nothing else. */
  public static ObjectNode plain() {
    ObjectNode body = JSON.createObjectNode();
    body.put("kind", "COMPLAINT");
    body.putObject("applicant").put("type", "PERSON").put("name", "Иванова Мария Петровна");
    body.putObject("contact").put("email", "maria@example.org");
    body.put("subject", "Не работает лифт");
    body.put("text", "В нашем доме третью неделю не работает лифт.");
    return body;
  }

  /** A letter that uses every field. */
  public static ObjectNode full() {
    ObjectNode body = plain();
    body.put("kind", "INITIATIVE").put("initiativeDirection", "NEW_SERVICE");
    ((ObjectNode) body.get("applicant"))
        .put("type", "LEGAL_ENTITY")
        .put("organisation", "ООО «Ромашка»");
    ((ObjectNode) body.get("contact"))
        .put("phone", "+7 (495) 123-45-67")
        .put("postalAddress", "123456, Москва,\nул. Петровка, 22")
        .put("locale", "en");
    body.putObject("addressee")
        .put("committee", "entrepreneurship-innovation-it")
        .put("deputy", "Петров П. П.");
    body.putObject("location")
        .put("address", "Страстной бульвар, 15/29")
        .put("latitude", 55.766)
        .put("longitude", 37.612);
    body.put("receivedOn", "2026-01-15");
    return body;
  }

  /** A plain letter, changed. */
  public static String but(Consumer<ObjectNode> change) {
    ObjectNode body = plain();
    change.accept(body);
    return body.toString();
  }
}
