package city.reception.desk.web;

import city.reception.desk.action.IdempotencyKey;
import city.reception.desk.queue.ActionType;
import city.reception.events.AnswerAppeal;
import city.reception.events.AppealId;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.ExtendAppeal;
import city.reception.events.Limits;
import city.reception.events.RedirectAppeal;
import city.reception.events.TakeUpAppeal;
import city.reception.starter.committees.Committees;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a request for an action, strictly. */
@Component
class ActionRequests {

  static final String KEY_HEADER = "Idempotency-Key";
  private static final int MAX_BYTES = 64 * 1024;

  /** What can be asked for here so far. */
  private static final Set<ActionType> OFFERED =
      EnumSet.range(ActionType.TAKE_UP, ActionType.ANSWER);

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
    CommitteeAction action = action(appeal, JsonFields.read(body, errors));
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

  private @Nullable CommitteeAction action(AppealId appeal, JsonFields fields) {
    ActionType type = type(fields);
    Integer version = fields.positive("expectedVersion", true);
    String actor = fields.text("actor", Limits.NAME, true);
    CommitteeAction action =
        type == null
            ? ofUnknownType(fields)
            : switch (type) {
              case TAKE_UP -> takeUp(appeal, version, actor, fields);
              case REDIRECT -> redirect(appeal, version, actor, fields);
              case EXTEND -> extend(appeal, version, actor, fields);
              case ANSWER -> answer(appeal, version, actor, fields);
              case FORWARD,
                  SPLIT,
                  ASK_CLARIFICATION,
                  REFUSE,
                  END_CORRESPONDENCE,
                  REQUEST_INFORMATION,
                  RECORD_REQUEST_REPLY,
                  ANSWER_CAMPAIGN ->
                  ofUnknownType(fields);
            };
    fields.forbidOthers();
    return action;
  }

  private static @Nullable ActionType type(JsonFields fields) {
    String name = fields.text("type", 20, true);
    if (name == null) {
      return null;
    }
    for (ActionType type : OFFERED) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    fields.error(
        "type",
        "unknown",
        "must be TAKE_UP, REDIRECT, EXTEND or ANSWER",
        "должно быть TAKE_UP, REDIRECT, EXTEND или ANSWER");
    return null;
  }

  private @Nullable CommitteeAction ofUnknownType(JsonFields fields) {
    committee(fields, false);
    fields.text("reason", Limits.REASON, false);
    fields.text("text", Limits.TEXT, false);
    fields.positive("days", false);
    return null;
  }

  private static @Nullable CommitteeAction takeUp(
      AppealId appeal, @Nullable Integer version, @Nullable String actor, JsonFields fields) {
    fields.forbid("toCommittee", ActionType.REDIRECT);
    fields.forbid("reason", ActionType.REDIRECT, ActionType.EXTEND);
    fields.forbid("days", ActionType.EXTEND);
    fields.forbid("text", ActionType.ANSWER);
    return version == null || actor == null ? null : new TakeUpAppeal(appeal, version, actor);
  }

  private @Nullable CommitteeAction redirect(
      AppealId appeal, @Nullable Integer version, @Nullable String actor, JsonFields fields) {
    CommitteeId to = committee(fields, true);
    String reason = fields.text("reason", Limits.REASON, true);
    fields.forbid("days", ActionType.EXTEND);
    fields.forbid("text", ActionType.ANSWER);
    return version == null || actor == null || to == null || reason == null
        ? null
        : new RedirectAppeal(appeal, version, actor, to, reason);
  }

  private static @Nullable CommitteeAction extend(
      AppealId appeal, @Nullable Integer version, @Nullable String actor, JsonFields fields) {
    Integer days = fields.positive("days", true);
    String reason = fields.text("reason", Limits.REASON, true);
    fields.forbid("toCommittee", ActionType.REDIRECT);
    fields.forbid("text", ActionType.ANSWER);
    return version == null || actor == null || days == null || reason == null
        ? null
        : new ExtendAppeal(appeal, version, actor, days, reason);
  }

  private static @Nullable CommitteeAction answer(
      AppealId appeal, @Nullable Integer version, @Nullable String actor, JsonFields fields) {
    String text = fields.text("text", Limits.TEXT, true);
    fields.forbid("toCommittee", ActionType.REDIRECT);
    fields.forbid("reason", ActionType.REDIRECT, ActionType.EXTEND);
    fields.forbid("days", ActionType.EXTEND);
    return version == null || actor == null || text == null
        ? null
        : new AnswerAppeal(appeal, version, actor, text);
  }

  private @Nullable CommitteeId committee(JsonFields fields, boolean required) {
    String slug = fields.text("toCommittee", 64, required);
    if (slug == null) {
      return null;
    }
    try {
      CommitteeId id = new CommitteeId(slug);
      if (committees.contains(id)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Answered like any other name that no committee has.
    }
    fields.error(
        "toCommittee", "unknown-committee", "there is no such committee", "такого комитета нет");
    return null;
  }
}
