package city.reception.intake.tracking;

import city.reception.events.AppealStatus;
import city.reception.events.CasePart;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.intake.submission.SubmissionProperties;
import city.reception.intake.tracking.TrackedEvent.Details;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place for what a resident reads of each step: what it means, and what comes next. */
@Component
final class Words {

  static final LocalizedText RECEIVED = text("Обращение принято.", "The appeal was received.");

  private static final LocalizedText NOTHING = text("", "");
  private static final DateTimeFormatter RUSSIAN_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Committees committees;
  private final ZoneId zone;

  Words(Committees committees, SubmissionProperties properties) {
    this.committees = committees;
    this.zone = properties.zone();
  }

  /**
   * What a step means.
   *
   * @param told what was written to the resident of it, where anything was and it has come
   */
  LocalizedText of(TrackedEvent step, @Nullable TrackedEvent told) {
    return joined(" ", meaning(step), told == null ? NOTHING : said(told));
  }

  private LocalizedText meaning(TrackedEvent step) {
    return switch (step.kind()) {
      case REGISTERED ->
          text(
              "Обращение зарегистрировано под номером " + step.summary().registrationNumber() + ".",
              "The appeal was registered under the number "
                  + step.summary().registrationNumber()
                  + ".");
      case ROUTED ->
          to("Обращение направлено: ", "The appeal was given to: ", step.summary().committee());
      case REDIRECTED ->
          to("Обращение передано: ", "The appeal was passed on to: ", step.summary().committee());
      case TAKEN_UP -> text("Обращение взято в работу.", "Work on the appeal has begun.");
      case EXTENDED ->
          text(
              "Срок рассмотрения продлён. " + step.summary().dueAtExplanation().ru(),
              "The term was extended. " + step.summary().dueAtExplanation().en());
      case ANSWERED -> text("На обращение дан ответ.", "The appeal has been answered.");
      case WITHDRAWN ->
          text("Обращение отозвано заявителем.", "The appeal was withdrawn by its author.");
      case FORWARDED ->
          text(
              "Вопрос в ведении другого органа: обращение направлено туда, ответит он.",
              "The matter is another body's: the appeal was forwarded there, and it will answer.");
      case SPLIT ->
          text(
              "В обращении несколько вопросов: каждый передан тому, в чьём он ведении, и на каждый будет ответ.",
              "The appeal has several questions: each was given to those whose business it is and will be answered.");
      case PART_ENDED ->
          text(
              "Рассмотрен один из вопросов обращения.",
              "One of the questions has been considered.");
      case CLARIFICATION_ASKED ->
          text(
              "Комиссия просит уточнить обращение. Срок ответа не изменился.",
              "The committee asks you to make something clear. The term stays the same.");
      case CLARIFIED -> text("Получено ваше уточнение.", "Your clarification has come.");
      case REFUSED ->
          text(
              "Обращение оставлено без ответа по существу.",
              "The appeal was ended without an answer on the substance.");
      case CORRESPONDENCE_ENDED ->
          text(
              "Переписка по этому вопросу прекращена.",
              "The correspondence on this matter was ended.");
      case RATED -> text("Вы оценили ответ.", "You rated the answer.");
      case REOPENED ->
          text(
              "Рассмотрение возобновлено. " + step.summary().dueAtExplanation().ru(),
              "The case is open again. " + step.summary().dueAtExplanation().en());
      case INFORMATION_REQUESTED ->
          text(
              "Депутат запросил сведения у другого органа.",
              "A deputy asked another body for information.");
      case REQUEST_REPLIED ->
          text("Получен ответ на запрос депутата.", "The reply to a deputy's request has come.");
      case ANSWER_GIVEN,
          EXTENSION_EXPLAINED,
          FORWARD_EXPLAINED,
          SPLIT_EXPLAINED,
          PART_ANSWER_GIVEN,
          QUESTION_ASKED,
          REFUSAL_EXPLAINED,
          CORRESPONDENCE_END_EXPLAINED ->
          throw new IllegalStateException("a text to the resident is no step");
    };
  }

  /** What was written, beside the step it belongs to. */
  private LocalizedText said(TrackedEvent told) {
    Details details = told.details();
    LocalizedText words = same(told.answer());
    return switch (told.kind()) {
      case EXTENSION_EXPLAINED, CORRESPONDENCE_END_EXPLAINED -> reason(words);
      case FORWARD_EXPLAINED ->
          details == null
              ? reason(words)
              : joined(" ", after("Куда: ", "To: ", same(details.toBody()), "."), reason(words));
      case SPLIT_EXPLAINED ->
          joined(
              " ",
              details == null || details.parts() == null ? NOTHING : parts(details.parts()),
              reason(words));
      case QUESTION_ASKED -> after("Вопрос: ", "The question: ", words, "");
      case PART_ANSWER_GIVEN ->
          details == null || details.part() == null
              ? words
              : joined(" ", part(details.part()), outcome(told));
      case REFUSAL_EXPLAINED -> outcome(told);
      case ANSWER_GIVEN -> NOTHING;
      case REGISTERED,
          ROUTED,
          TAKEN_UP,
          REDIRECTED,
          EXTENDED,
          ANSWERED,
          WITHDRAWN,
          FORWARDED,
          SPLIT,
          PART_ENDED,
          CLARIFICATION_ASKED,
          CLARIFIED,
          REFUSED,
          CORRESPONDENCE_ENDED,
          RATED,
          REOPENED,
          INFORMATION_REQUESTED,
          REQUEST_REPLIED ->
          throw new IllegalStateException("a step is no text to the resident");
    };
  }

  /** An answer, or why there is none. */
  LocalizedText outcome(TrackedEvent told) {
    Details details = told.details();
    return details == null
        ? same(told.answer())
        : joined(
            "\n",
            details.explanation() == null ? NOTHING : details.explanation(),
            same(told.answer()),
            same(details.publishedAt()));
  }

  /** What comes next, and by when. */
  LocalizedText next(AppealStatus status, @Nullable Instant dueAt, boolean isRated) {
    return switch (status) {
      case RECEIVED ->
          text(
              "Обращение будет зарегистрировано в течение трёх дней.",
              "The appeal will be registered within three days.");
      case REGISTERED ->
          by(
              "Обращение направят тем, в чьём ведении вопрос.",
              "The appeal will be given to those whose business it is.",
              dueAt);
      case ROUTED ->
          by("Комиссия возьмёт обращение в работу.", "The committee will take it up.", dueAt);
      case TAKEN_UP -> by("Комиссия готовит ответ.", "The committee prepares the answer.", dueAt);
      case CLARIFICATION_ASKED ->
          by(
              "Ответьте, пожалуйста, на вопрос комиссии: действие CLARIFY.",
              "Please answer the committee's question: the action CLARIFY.",
              dueAt);
      case SPLIT ->
          by(
              "Вам сообщат о каждом ответе; когда рассмотрят все вопросы, рассмотрение закончится.",
              "You will be told of each answer; the appeal is answered when all of them are.",
              dueAt);
      case ANSWERED ->
          isRated
              ? text(
                  "Если вы не согласны с ответом, попросите возобновить рассмотрение: действие REOPEN.",
                  "If you do not agree with the answer, ask for the case to be opened again: the action REOPEN.")
              : text(
                  "Вы можете оценить ответ: действие RATE. Если вы с ним не согласны, попросите возобновить рассмотрение: действие REOPEN.",
                  "You can rate the answer: the action RATE. If you do not agree with it, ask for the case to be opened again: the action REOPEN.");
      case FORWARDED ->
          text(
              "Здесь рассмотрение окончено; ответа ждите от органа, куда направлено обращение.",
              "The case is over here; expect the answer from the body to which the appeal was forwarded.");
      case REFUSED, CORRESPONDENCE_ENDED ->
          text(
              "Рассмотрение окончено. Это решение можно обжаловать (59-ФЗ, статья 5).",
              "The case is over. The decision can be contested (59-FZ, article 5).");
      case WITHDRAWN ->
          text(
              "Рассмотрение окончено. Вы можете подать новое обращение.",
              "The case is over. You can submit a new appeal.");
    };
  }

  private LocalizedText by(String ru, String en, @Nullable Instant dueAt) {
    return dueAt == null
        ? text(ru, en)
        : text(
            ru + " Ответ — не позднее " + RUSSIAN_DAY.format(dueAt.atZone(zone)) + ".",
            en + " The answer comes by " + ENGLISH_DAY.format(dueAt.atZone(zone)) + ".");
  }

  private LocalizedText parts(List<CasePart> parts) {
    return text(listed(parts, LocalizedText::ru), listed(parts, LocalizedText::en));
  }

  private String listed(List<CasePart> parts, Function<LocalizedText, String> language) {
    return parts.stream().map(this::part).map(language).collect(Collectors.joining(" "));
  }

  private LocalizedText part(CasePart part) {
    LocalizedText name = name(part.committee());
    String format = "%s) %s — %s.";
    String question = part.question().strip().replaceAll("[.?!]$", "");
    return text(
        format.formatted(part.number(), question, name.ru()),
        format.formatted(part.number(), question, name.en()));
  }

  private LocalizedText to(String ru, String en, @Nullable CommitteeId committee) {
    return after(ru, en, name(committee), ".");
  }

  private LocalizedText name(@Nullable CommitteeId committee) {
    return committee == null
        ? same("—")
        : committees.find(committee).map(Committee::name).orElseGet(() -> same(committee.slug()));
  }

  private static LocalizedText reason(LocalizedText words) {
    return after("Причина: ", "The reason: ", words, "");
  }

  private static LocalizedText after(String ru, String en, LocalizedText words, String end) {
    return text(ru + words.ru() + end, en + words.en() + end);
  }

  private static LocalizedText joined(String between, LocalizedText... texts) {
    return text(
        joined(between, Stream.of(texts).map(LocalizedText::ru)),
        joined(between, Stream.of(texts).map(LocalizedText::en)));
  }

  private static String joined(String between, Stream<String> texts) {
    return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
  }

  /** The same in both languages: somebody's own words. */
  private static LocalizedText same(@Nullable String words) {
    String text = Objects.requireNonNullElse(words, "");
    return text(text, text);
  }

  private static LocalizedText text(String ru, String en) {
    return new LocalizedText(ru, en);
  }
}
