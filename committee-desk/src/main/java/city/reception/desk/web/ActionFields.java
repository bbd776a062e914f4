package city.reception.desk.web;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import city.reception.desk.queue.ActionType;
import city.reception.events.AnswerAppeal;
import city.reception.events.AnswerCampaign;
import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.AskClarification;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.EndCorrespondence;
import city.reception.events.EventId;
import city.reception.events.ExtendAppeal;
import city.reception.events.ForwardAppeal;
import city.reception.events.Limits;
import city.reception.events.RecordRequestReply;
import city.reception.events.RedirectAppeal;
import city.reception.events.RefusalGround;
import city.reception.events.RefuseAppeal;
import city.reception.events.RequestInformation;
import city.reception.events.SplitAppeal;
import city.reception.events.TakeUpAppeal;
import city.reception.starter.committees.Committees;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request for an action. Each is read once, whatever the type is: what the type
 * does not take is complained of, and where there is no type, everything else that is wrong still
 * is. So an action is made only of what was read without a complaint.
 */
final class ActionFields {

  private static final Pattern WEB_ADDRESS = Pattern.compile("https://[!-~]+");

  /** What each type needs. */
  private static final Map<ActionType, Set<String>> REQUIRED =
      Map.ofEntries(
          Map.entry(ActionType.TAKE_UP, Set.of()),
          Map.entry(ActionType.REDIRECT, Set.of("toCommittee", "reason")),
          Map.entry(ActionType.EXTEND, Set.of("days", "reason")),
          Map.entry(ActionType.ANSWER, Set.of("text")),
          Map.entry(ActionType.FORWARD, Set.of("toBody", "reason")),
          Map.entry(ActionType.SPLIT, Set.of("parts", "reason")),
          Map.entry(ActionType.ASK_CLARIFICATION, Set.of("question")),
          Map.entry(ActionType.REFUSE, Set.of("ground")),
          Map.entry(ActionType.END_CORRESPONDENCE, Set.of("reason")),
          Map.entry(ActionType.REQUEST_INFORMATION, Set.of("body", "question")),
          Map.entry(ActionType.RECORD_REQUEST_REPLY, Set.of("requestId", "text")),
          Map.entry(ActionType.ANSWER_CAMPAIGN, Set.of("text")));

  /** What some take beside it. */
  private static final Map<ActionType, Set<String>> OPTIONAL =
      Map.of(
          ActionType.ANSWER, Set.of("result"),
          ActionType.REFUSE, Set.of("text", "publishedAt"),
          ActionType.ANSWER_CAMPAIGN, Set.of("result"));

  private final JsonFields fields;
  private final Committees committees;
  private final @Nullable ActionType type;
  private final @Nullable Integer expectedVersion;
  private final @Nullable String actor;
  private final @Nullable CommitteeId toCommittee;
  private final @Nullable String reason;
  private final @Nullable Integer days;
  private final @Nullable String text;
  private final @Nullable AnswerResult result;
  private final @Nullable String toBody;
  private final @Nullable List<SplitAppeal.Part> parts;
  private final @Nullable String question;
  private final @Nullable RefusalGround ground;
  private final @Nullable String publishedAt;
  private final @Nullable String body;
  private final @Nullable EventId requestId;

  private ActionFields(JsonFields fields, Committees committees) {
    this.fields = fields;
    this.committees = committees;
    type = fields.choice("type", ActionType.class, true);
    expectedVersion = fields.positive("expectedVersion", true);
    actor = fields.text("actor", Limits.NAME, true);
    toCommittee = takes("toCommittee") ? committee(fields, "toCommittee") : null;
    reason = text("reason", Limits.REASON);
    days = takes("days") ? fields.positive("days", needs("days")) : null;
    text = text("text", Limits.TEXT);
    result = takes("result") ? fields.choice("result", AnswerResult.class, false) : null;
    toBody = text("toBody", Limits.NAME);
    parts = takes("parts") ? parts() : null;
    question = text("question", Limits.TEXT);
    ground = takes("ground") ? fields.choice("ground", RefusalGround.class, needs("ground")) : null;
    publishedAt = takes("publishedAt") ? publishedAt() : null;
    body = text("body", Limits.NAME);
    requestId = takes("requestId") ? requestId() : null;
    fields.forbidOthers();
  }

  static ActionFields read(JsonFields fields, Committees committees) {
    return new ActionFields(fields, committees);
  }

  /** The action that is asked for; null when anything was wrong. */
  @Nullable CommitteeAction action(AppealId appeal) {
    if (type == null || expectedVersion == null || actor == null || fields.hasErrors()) {
      return null;
    }
    int version = expectedVersion;
    return switch (type) {
      case TAKE_UP -> new TakeUpAppeal(appeal, version, actor);
      case REDIRECT ->
          new RedirectAppeal(
              appeal, version, actor, requireNonNull(toCommittee), requireNonNull(reason));
      case EXTEND ->
          new ExtendAppeal(appeal, version, actor, requireNonNull(days), requireNonNull(reason));
      case ANSWER -> new AnswerAppeal(appeal, version, actor, requireNonNull(text), result);
      case FORWARD ->
          new ForwardAppeal(appeal, version, actor, requireNonNull(toBody), requireNonNull(reason));
      case SPLIT ->
          new SplitAppeal(appeal, version, actor, requireNonNull(parts), requireNonNull(reason));
      case ASK_CLARIFICATION ->
          new AskClarification(appeal, version, actor, requireNonNull(question));
      case REFUSE ->
          new RefuseAppeal(appeal, version, actor, requireNonNull(ground), text, publishedAt);
      case END_CORRESPONDENCE ->
          new EndCorrespondence(appeal, version, actor, requireNonNull(reason));
      case REQUEST_INFORMATION ->
          new RequestInformation(
              appeal, version, actor, requireNonNull(body), requireNonNull(question));
      case RECORD_REQUEST_REPLY ->
          new RecordRequestReply(
              appeal, version, actor, requireNonNull(requestId), requireNonNull(text));
      case ANSWER_CAMPAIGN ->
          new AnswerCampaign(appeal, version, actor, requireNonNull(text), result);
    };
  }

  private boolean needs(String field) {
    return type != null && requireNonNull(REQUIRED.get(type)).contains(field);
  }

  /** Whether the field is to be read. Where it is not the type's, its presence is complained of. */
  private boolean takes(String field) {
    if (type == null || isFor(type, field)) {
      return true;
    }
    fields.forbid(
        field,
        List.of(ActionType.values()).stream()
            .filter(other -> isFor(other, field))
            .map(Enum::name)
            .collect(joining(", ")));
    return false;
  }

  private static boolean isFor(ActionType type, String field) {
    return requireNonNull(REQUIRED.get(type)).contains(field)
        || OPTIONAL.getOrDefault(type, Set.of()).contains(field);
  }

  private @Nullable String text(String field, int maxLength) {
    return takes(field) ? fields.text(field, maxLength, needs(field)) : null;
  }

  private @Nullable List<SplitAppeal.Part> parts() {
    return fields.objects(
        "parts", Limits.PARTS_LEAST, Limits.PARTS_MOST, needs("parts"), this::part);
  }

  private SplitAppeal.@Nullable Part part(JsonFields part) {
    CommitteeId committee = committee(part, "committee");
    String asked = part.text("question", Limits.REASON, true);
    part.forbidOthers();
    return committee == null || asked == null ? null : new SplitAppeal.Part(committee, asked);
  }

  private @Nullable CommitteeId committee(JsonFields of, String field) {
    String slug = of.text(field, 64, of != fields || needs(field));
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
    of.error(field, "unknown-committee", "there is no such committee", "такого комитета нет");
    return null;
  }

  private @Nullable String publishedAt() {
    String address =
        fields.text("publishedAt", Limits.WEB_ADDRESS, ground == RefusalGround.ALREADY_PUBLISHED);
    if (address != null && !WEB_ADDRESS.matcher(address).matches()) {
      fields.error(
          "publishedAt",
          "format",
          "must be an https address without spaces, such as https://duma.example/answers/17",
          "должно быть адресом https без пробелов, например https://duma.example/answers/17");
    }
    return address;
  }

  private @Nullable EventId requestId() {
    String id = fields.text("requestId", EventId.MAX_LENGTH, needs("requestId"));
    if (id == null) {
      return null;
    }
    try {
      return new EventId(id);
    } catch (IllegalArgumentException e) {
      fields.error(
          "requestId",
          "format",
          "must be the requestId that the appeal shows",
          "должно быть полем requestId из обращения");
      return null;
    }
  }
}
