package city.reception.notifications.operator;

import city.reception.notifications.delivery.Backlog;
import city.reception.notifications.delivery.DeliveryWorker;
import city.reception.notifications.delivery.Settlements;
import city.reception.notifications.delivery.Settlements.Decision;
import city.reception.notifications.delivery.Settlements.Result;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** {@code /actuator/notices}: the notices that a person must act on, and how they are settled. */
@Component
@Endpoint(id = "notices")
class NoticesEndpoint {

  private static final int LONGEST = 500;

  private final Backlog backlog;
  private final Settlements settlements;
  private final DeliveryWorker worker;

  NoticesEndpoint(Backlog backlog, Settlements settlements, DeliveryWorker worker) {
    this.backlog = backlog;
    this.settlements = settlements;
    this.worker = worker;
  }

  /** The oldest hundred of each kind, ids only. */
  @ReadOperation
  Backlog.ToActOn list() {
    return backlog.toActOn();
  }

  /**
   * Settles one: 200 when done, 404 when there is no such notice, 409 when it is not in a state
   * that can be settled so. Actor and reason are kept.
   */
  @WriteOperation
  WebEndpointResponse<Map<String, String>> settle(
      @Selector UUID noticeId, Decision decision, String actor, String reason) {
    require("actor", actor);
    require("reason", reason);
    Result result = settlements.settle(noticeId, decision, actor, reason);
    worker.wake();
    int status =
        switch (result) {
          case SETTLED -> 200;
          case NOT_FOUND -> 404;
          case NOT_APPLICABLE -> 409;
        };
    return new WebEndpointResponse<>(Map.of("result", result.name()), status);
  }

  private static void require(String name, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      String message = name + " has 1 to " + LONGEST + " characters";
      throw new InvalidEndpointRequestException(message, message);
    }
  }
}
