package city.reception.faults;

import city.reception.faults.Http.Answer;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The person who settles notices of unknown outcome, the only ones that wait for a person: by the
 * mail server's log, as {@code docs/operations.md} says.
 */
final class Operator {

  private final Reception reception;
  private final Mailbox mailbox;

  Operator(Reception reception, Mailbox mailbox) {
    this.reception = reception;
    this.mailbox = mailbox;
  }

  void settle() {
    String notices = reception.url("notifications-1") + "/actuator/notices";
    try {
      Answer open = reception.http().get(notices, Map.of());
      Map<String, Integer> mails = mailbox.byNotice();
      for (JsonNode unknown : open.body().path("unknown")) {
        String id = unknown.path("noticeId").asString();
        Answer _ =
            reception
                .http()
                .post(
                    notices + "/" + id,
                    JsonMapper.shared()
                        .createObjectNode()
                        .put("decision", mails.containsKey(id) ? "AS_SENT" : "SEND_AGAIN")
                        .put("actor", "Дежурный")
                        .put("reason", "по журналу почтового сервера"),
                    Map.of());
      }
    } catch (IOException e) {
      // Asked again with the next look.
    }
  }
}
