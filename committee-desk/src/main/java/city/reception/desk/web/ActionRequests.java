package city.reception.desk.web;

import city.reception.desk.action.IdempotencyKey;
import city.reception.events.AppealId;
import city.reception.events.CommitteeAction;
import city.reception.starter.committees.Committees;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a request for an action, strictly. */
@Component
class ActionRequests {

  static final String KEY_HEADER = "Idempotency-Key";
  private static final int MAX_BYTES = 64 * 1024;

  private final Committees committees;

  ActionRequests(Committees committees) {
    this.committees = committees;
  }

  /** What is asked for, and the key under which it may be repeated. */
  record ActionRequest(CommitteeAction action, @Nullable IdempotencyKey key) {}

  /**
   * Reads header and body.
   *
   * @throws InvalidRequestException naming everything that is wrong
   * @throws BodyTooLargeException before the whole of it is read
   */
  ActionRequest read(AppealId appeal, HttpServletRequest request) throws IOException {
    byte[] body = body(request);
    List<FieldError> errors = new ArrayList<>();
    IdempotencyKey key = key(request, errors);
    CommitteeAction action =
        ActionFields.read(JsonFields.read(body, errors), committees).action(appeal);
    if (action == null || !errors.isEmpty()) {
      throw new InvalidRequestException(errors);
    }
    return new ActionRequest(action, key);
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      throw new BodyTooLargeException();
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new BodyTooLargeException();
    }
    return body;
  }

  private static @Nullable IdempotencyKey key(HttpServletRequest request, List<FieldError> errors) {
    List<String> values = Collections.list(request.getHeaders(KEY_HEADER));
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      errors.add(
          FieldError.of(
              KEY_HEADER, "repeated", "must be there at most once", "не более одного раза"));
      return null;
    }
    try {
      return new IdempotencyKey(values.getFirst());
    } catch (IllegalArgumentException e) {
      errors.add(
          FieldError.of(
              KEY_HEADER,
              "malformed",
              "must have 16 to 128 visible ASCII characters",
              "должен содержать от 16 до 128 видимых знаков ASCII"));
      return null;
    }
  }
}
