package city.reception.intake.tracking;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeKind;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what is known of a case in the resident's language. */
@Component
final class Storyteller {

  private static final LocalizedText RECEIVED =
      new LocalizedText("Обращение принято.", "The appeal was received.");

  private final Committees committees;

  Storyteller(Committees committees) {
    this.committees = committees;
  }

  /**
   * The case as it stands.
   *
   * @param receivedAt when it was received, for as long as it is not registered; null where that is
   *     not known
   */
  AppealView tell(AppealId appeal, TrackedCase known, @Nullable Instant receivedAt, Locale locale) {
    Optional<CaseSummary> newest = known.newest().map(TrackedEvent::summary);
    if (newest.isEmpty()) {
      return new AppealView(
          appeal,
          AppealStatus.RECEIVED,
          null,
          null,
          null,
          null,
          null,
          received(receivedAt, locale));
    }
    CaseSummary stands = newest.get();
    return new AppealView(
        appeal,
        stands.status(),
        stands.registrationNumber(),
        stands.committee(),
        stands.dueAt(),
        stands.dueAtExplanation().in(locale),
        known.answer().map(TrackedEvent::answer).orElse(null),
        timeline(known, stands.registeredAt(), locale));
  }

  private List<AppealView.Entry> timeline(TrackedCase known, Instant registeredAt, Locale locale) {
    // The registration counts from the moment at which the log took the appeal.
    List<AppealView.Entry> timeline = new ArrayList<>(received(registeredAt, locale));
    for (TrackedEvent event : known.events()) {
      if (!event.kind().isText()) {
        timeline.add(
            new AppealView.Entry(
                event.at(),
                event.summary().status(),
                text(event).in(locale)
                    + reason(event, known, locale)
                    + noticed(event, known, locale)));
      }
    }
    return timeline;
  }

  private static List<AppealView.Entry> received(@Nullable Instant at, Locale locale) {
    return at == null
        ? List.of()
        : List.of(new AppealView.Entry(at, AppealStatus.RECEIVED, RECEIVED.in(locale)));
  }

  private LocalizedText text(TrackedEvent event) {
    CommitteeId committee = event.summary().committee();
    return switch (event.kind()) {
      case REGISTERED ->
          new LocalizedText(
              "Обращение зарегистрировано под номером "
                  + event.summary().registrationNumber()
                  + ".",
              "The appeal was registered under the number "
                  + event.summary().registrationNumber()
                  + ".");
      case ROUTED -> to("Обращение направлено: ", "The appeal was given to: ", committee);
      case REDIRECTED -> to("Обращение передано: ", "The appeal was passed on to: ", committee);
      case TAKEN_UP ->
          new LocalizedText("Обращение взято в работу.", "Work on the appeal has begun.");
      case EXTENDED ->
          new LocalizedText(
              "Срок рассмотрения продлён. " + event.summary().dueAtExplanation().ru(),
              "The term was extended. " + event.summary().dueAtExplanation().en());
      case ANSWERED ->
          new LocalizedText("На обращение дан ответ.", "The appeal has been answered.");
      case WITHDRAWN ->
          new LocalizedText(
              "Обращение отозвано заявителем.", "The appeal was withdrawn by its author.");
      case FORWARDED ->
          new LocalizedText(
              "Вопрос в ведении другого органа: обращение направлено туда, ответит он.",
              "The matter is another body's: the appeal was forwarded there, and it will answer.");
      case SPLIT ->
          new LocalizedText(
              "В обращении несколько вопросов: каждый передан тому, в чьём он ведении. Ответы придут по каждому.",
              "The appeal has several questions: each was given to those whose business it is. There will be an answer to each.");
      case PART_ENDED ->
          new LocalizedText(
              "Рассмотрен один из вопросов обращения.",
              "One of the questions has been considered.");
      case CLARIFICATION_ASKED ->
          new LocalizedText(
              "Комитет просит уточнить обращение. Срок ответа не изменился.",
              "The committee asks you to make something clear. The term stays the same.");
      case CLARIFIED ->
          new LocalizedText("Получено ваше уточнение.", "Your clarification has come.");
      case REFUSED ->
          new LocalizedText(
              "Обращение оставлено без ответа по существу.",
              "The appeal was ended without an answer on the substance.");
      case CORRESPONDENCE_ENDED ->
          new LocalizedText(
              "Переписка по этому вопросу прекращена.",
              "The correspondence on this matter was ended.");
      case RATED -> new LocalizedText("Вы оценили ответ.", "You rated the answer.");
      case REOPENED ->
          new LocalizedText(
              "Рассмотрение возобновлено. " + event.summary().dueAtExplanation().ru(),
              "The case is open again. " + event.summary().dueAtExplanation().en());
      case INFORMATION_REQUESTED ->
          new LocalizedText(
              "Депутат запросил сведения у другого органа.",
              "A deputy asked another body for information.");
      case REQUEST_REPLIED ->
          new LocalizedText(
              "Получен ответ на запрос депутата.", "The reply to a deputy's request has come.");
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

  private LocalizedText to(String ru, String en, @Nullable CommitteeId committee) {
    LocalizedText name =
        Optional.ofNullable(committee)
            .flatMap(committees::find)
            .map(Committee::name)
            .orElse(new LocalizedText(String.valueOf(committee), String.valueOf(committee)));
    return new LocalizedText(ru + name.ru() + ".", en + name.en() + ".");
  }

  /** Why, where the step has a reason that the resident was told and it has come. */
  private static String reason(TrackedEvent event, TrackedCase known, Locale locale) {
    Optional<TrackedEvent.Kind> told = told(event.kind());
    return known.events().stream()
        .filter(other -> told.filter(kind -> kind == other.kind()).isPresent())
        .filter(other -> other.summary().version() == event.summary().version())
        .map(TrackedEvent::answer)
        .findFirst()
        .map(text -> said(event.kind(), text).in(locale))
        .orElse("");
  }

  /** What says more of a step of that kind. */
  private static Optional<TrackedEvent.Kind> told(TrackedEvent.Kind kind) {
    return switch (kind) {
      case EXTENDED -> Optional.of(TrackedEvent.Kind.EXTENSION_EXPLAINED);
      case FORWARDED -> Optional.of(TrackedEvent.Kind.FORWARD_EXPLAINED);
      case SPLIT -> Optional.of(TrackedEvent.Kind.SPLIT_EXPLAINED);
      case PART_ENDED -> Optional.of(TrackedEvent.Kind.PART_ANSWER_GIVEN);
      case CLARIFICATION_ASKED -> Optional.of(TrackedEvent.Kind.QUESTION_ASKED);
      case REFUSED -> Optional.of(TrackedEvent.Kind.REFUSAL_EXPLAINED);
      case CORRESPONDENCE_ENDED -> Optional.of(TrackedEvent.Kind.CORRESPONDENCE_END_EXPLAINED);
      case REGISTERED,
          ROUTED,
          TAKEN_UP,
          REDIRECTED,
          ANSWERED,
          WITHDRAWN,
          CLARIFIED,
          RATED,
          REOPENED,
          INFORMATION_REQUESTED,
          REQUEST_REPLIED,
          ANSWER_GIVEN,
          EXTENSION_EXPLAINED,
          FORWARD_EXPLAINED,
          SPLIT_EXPLAINED,
          PART_ANSWER_GIVEN,
          QUESTION_ASKED,
          REFUSAL_EXPLAINED,
          CORRESPONDENCE_END_EXPLAINED ->
          Optional.empty();
    };
  }

  private static LocalizedText said(TrackedEvent.Kind kind, String text) {
    return kind == TrackedEvent.Kind.EXTENDED
        ? new LocalizedText(" Причина: " + text, " The reason: " + text)
        : new LocalizedText(" " + text, " " + text);
  }

  /** Whether the resident was told of it, as an addition to its text. */
  private static String noticed(TrackedEvent event, TrackedCase known, Locale locale) {
    return known.notices().stream()
        .filter(notice -> tellsOf(notice, event))
        .reduce((_, last) -> last)
        .map(notice ->
            switch (notice.outcome()) {
              case SENT ->
                  new LocalizedText(
                      " Письмо об этом отправлено.", " A message about this has been sent.");
              case FAILED ->
                  new LocalizedText(
                      " Письмо об этом доставить не удалось.",
                      " A message about this could not be delivered.");
              case UNKNOWN, SUPPRESSED -> new LocalizedText("", "");
            })
        .map(text -> text.in(locale))
        .orElse("");
  }

  private static boolean tellsOf(TrackedNotice notice, TrackedEvent event) {
    NoticeKind kind = notice.kind();
    return switch (event.kind()) {
      case REGISTERED -> kind == NoticeKind.REGISTERED || kind == NoticeKind.REGISTERED_AND_ROUTED;
      case ROUTED -> kind == NoticeKind.ROUTED || kind == NoticeKind.REGISTERED_AND_ROUTED;
      case EXTENDED -> kind == NoticeKind.EXTENDED;
      case ANSWERED -> kind == NoticeKind.ANSWERED;
      // A case may be redirected often, and a notice does not say which time it tells of.
      case FORWARDED -> kind == NoticeKind.FORWARDED;
      case REFUSED -> kind == NoticeKind.REFUSED;
      case CORRESPONDENCE_ENDED -> kind == NoticeKind.CORRESPONDENCE_ENDED;
      case REDIRECTED,
          TAKEN_UP,
          WITHDRAWN,
          SPLIT,
          PART_ENDED,
          CLARIFICATION_ASKED,
          CLARIFIED,
          RATED,
          REOPENED,
          INFORMATION_REQUESTED,
          REQUEST_REPLIED,
          ANSWER_GIVEN,
          EXTENSION_EXPLAINED,
          FORWARD_EXPLAINED,
          SPLIT_EXPLAINED,
          PART_ANSWER_GIVEN,
          QUESTION_ASKED,
          REFUSAL_EXPLAINED,
          CORRESPONDENCE_END_EXPLAINED ->
          false;
    };
  }
}
