package city.reception.desk.web;

import city.reception.desk.queue.HistoryEntry;
import city.reception.desk.queue.HistoryEntry.Said;
import city.reception.events.AnswerResult;
import city.reception.events.AppealStatus;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalGround;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in plain words what happened to a case: the one place for the words of each step. */
@Component
class Words {

  private final Committees committees;

  Words(Committees committees) {
    this.committees = committees;
  }

  /** What happened. Who acted, why, and the texts stand beside it. */
  LocalizedText of(HistoryEntry entry) {
    Said said = entry.said();
    return switch (entry.event()) {
      case REGISTERED -> late(said, "Обращение зарегистрировано", "The appeal was registered");
      case ROUTED ->
          text(
              "Направлено: " + name(entry.committee()).ru(),
              "Given to: " + name(entry.committee()).en());
      case TAKEN_UP -> text("Взято в работу", "Taken up");
      case REDIRECTED ->
          text(
              "Передано: "
                  + name(entry.fromCommittee()).ru()
                  + " → "
                  + name(entry.committee()).ru(),
              "Redirected: "
                  + name(entry.fromCommittee()).en()
                  + " → "
                  + name(entry.committee()).en());
      case REMINDED -> reminder(said.timer());
      case OVERDUE ->
          text("Срок ответа истёк: дело председателя", "Overdue: a matter for the chair");
      case REQUEST_OVERDUE ->
          text(
              "Срок ответа на запрос депутата истёк", "The reply to a deputy's request is overdue");
      case EXTENDED ->
          text(
              "Срок продлён" + days(said.days(), " на ", " дн."),
              "The term was extended" + days(said.days(), " by ", " days"));
      case ANSWERED -> answered(said.result());
      case WITHDRAWN -> text("Отозвано заявителем", "Withdrawn by the resident");
      case FORWARDED ->
          late(
              said,
              "Направлено в другой орган" + colon(said.toBody()),
              "Forwarded to another body" + colon(said.toBody()));
      case SPLIT ->
          late(
              said,
              "Разделено на части: " + names(said.committees(), LocalizedText::ru),
              "Split into parts: " + names(said.committees(), LocalizedText::en));
      case PART_ENDED ->
          text(
              "Часть %s: %s".formatted(said.part(), outcome(said.outcome()).ru()),
              "Part %s: %s".formatted(said.part(), outcome(said.outcome()).en()));
      case CLARIFICATION_ASKED ->
          text(
              "Заявителя просят уточнить; срок не изменился",
              "The resident was asked to make something clear; the deadline stays");
      case CLARIFIED -> text("Заявитель уточнил", "The resident added to the appeal");
      case REFUSED ->
          late(
              said,
              "Оставлено без ответа по существу" + colon(ground(said.ground()).ru()),
              "Ended without an answer on the substance" + colon(ground(said.ground()).en()));
      case CORRESPONDENCE_ENDED -> text("Переписка прекращена", "The correspondence was ended");
      case RATED ->
          text(
              "Заявитель оценил ответ: %s из 5".formatted(said.score()),
              "The resident rated the answer: %s of 5".formatted(said.score()));
      case REOPENED ->
          text(
              "Рассмотрение возобновлено по просьбе заявителя",
              "Open again at the resident's request");
      case INFORMATION_REQUESTED ->
          text(
              "Запрошены сведения" + colon(said.body()),
              "Information requested" + colon(said.body()));
      case REQUEST_REPLIED -> text("Получен ответ на запрос", "The request was replied to");
    };
  }

  /** Why there is no answer on the substance; what the law says of it is in the rules. */
  LocalizedText ground(@Nullable RefusalGround ground) {
    return switch (ground) {
      case null -> text("", "");
      case ANONYMOUS ->
          text("нет имени или адреса для ответа", "no name or no address to reply to");
      case UNREADABLE -> text("текст не поддаётся прочтению", "the text cannot be read");
      case UNCLEAR -> text("суть обращения не ясна", "the substance cannot be made out");
      case OBSCENE_OR_THREATENING ->
          text("оскорбления или угрозы", "obscene, insulting or threatening");
      case COURT_DECISION -> text("обжалуется решение суда", "a court's decision is contested");
      case STATE_SECRET ->
          text("ответ раскрыл бы охраняемую тайну", "the answer would disclose a protected secret");
      case ALREADY_PUBLISHED -> text("ответ уже опубликован", "the answer is already published");
      case COMPLAINT_RETURNED ->
          text(
              "жалоба возвращена: рассмотреть её могли бы только те, на кого она подана",
              "the complaint is returned: only those complained about could consider it");
      case UNIDENTIFIED_SENDER ->
          text("заявитель не идентифицирован", "nobody identified the sender");
    };
  }

  private static LocalizedText reminder(@Nullable CaseTimer timer) {
    return switch (timer) {
      case ANSWER_DUE_IN_7_DAYS -> text("До срока ответа 7 дней", "7 days until the answer is due");
      case ANSWER_DUE_IN_3_DAYS -> text("До срока ответа 3 дня", "3 days until the answer is due");
      case ANSWER_DUE_IN_1_DAY -> text("До срока ответа 1 день", "1 day until the answer is due");
      case ANSWER_DUE -> text("Настал срок ответа", "The answer is due");
      // A reminder from before the timers were kept; the others have events of their own.
      case ANSWER_OVERDUE, REQUEST_DUE -> text("Напоминание", "A reminder");
      case null -> text("Напоминание о сроке ответа", "A reminder of the deadline");
    };
  }

  private static LocalizedText answered(@Nullable AnswerResult result) {
    return switch (result) {
      case SATISFIED ->
          text("Дан ответ: просьба удовлетворена", "Answered: what was asked is done");
      case EXPLAINED -> text("Дан ответ: даны разъяснения", "Answered: explained");
      case DECLINED -> text("Дан ответ: отказано", "Answered: declined");
      case null -> text("Дан ответ", "Answered");
    };
  }

  private static LocalizedText outcome(@Nullable AppealStatus outcome) {
    return switch (outcome) {
      case ANSWERED -> text("дан ответ", "answered");
      case FORWARDED -> text("направлена в другой орган", "forwarded to another body");
      case REFUSED ->
          text("оставлена без ответа по существу", "ended without an answer on the substance");
      case CORRESPONDENCE_ENDED -> text("переписка прекращена", "the correspondence was ended");
      case WITHDRAWN -> text("отозвана", "withdrawn");
      case RECEIVED, REGISTERED, ROUTED, TAKEN_UP, SPLIT, CLARIFICATION_ASKED ->
          text("завершена", "ended");
      case null -> text("завершена", "ended");
    };
  }

  private static LocalizedText late(Said said, String ru, String en) {
    return Boolean.TRUE.equals(said.late())
        ? text(ru + " (с опозданием)", en + " (late)")
        : text(ru, en);
  }

  private static String days(@Nullable Integer days, String before, String after) {
    return days == null ? "" : before + days + after;
  }

  private static String colon(@Nullable String more) {
    return more == null || more.isEmpty() ? "" : ": " + more;
  }

  private String names(@Nullable List<CommitteeId> ids, Function<LocalizedText, String> language) {
    return ids == null
        ? ""
        : ids.stream().map(this::name).map(language).collect(Collectors.joining("; "));
  }

  private LocalizedText name(@Nullable CommitteeId id) {
    return id == null
        ? text("—", "—")
        : committees.find(id).map(Committee::name).orElse(text(id.slug(), id.slug()));
  }

  private static LocalizedText text(String ru, String en) {
    return new LocalizedText(ru, en);
  }
}
