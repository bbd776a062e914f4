package city.reception.intake.tracking;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CasePart;
import city.reception.events.CaseSummary;
import city.reception.events.LocalizedText;
import city.reception.intake.tracking.TrackedEvent.Details;
import city.reception.intake.tracking.TrackedEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what is known of a case in the resident's language. */
@Component
final class Storyteller {

  private final Words words;

  Storyteller(Words words) {
    this.words = words;
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
          null,
          List.of(),
          withNext(received(receivedAt, locale), known, locale));
    }
    CaseSummary stands = newest.get();
    List<AppealView.Part> parts = parts(known, locale);
    return new AppealView(
        appeal,
        stands.status(),
        stands.registrationNumber(),
        stands.committee(),
        stands.dueAt(),
        stands.dueAtExplanation().in(locale),
        answer(known, stands.status(), parts),
        question(known, stands.status()),
        parts,
        withNext(timeline(known, stands.registeredAt(), locale), known, locale));
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
                words.of(event, known.textOf(event).orElse(null)).in(locale)
                    + noticed(event, known, locale),
                null));
      }
    }
    return timeline;
  }

  private static List<AppealView.Entry> received(@Nullable Instant at, Locale locale) {
    return at == null
        ? List.of()
        : List.of(new AppealView.Entry(at, AppealStatus.RECEIVED, Words.RECEIVED.in(locale), null));
  }

  /** What comes next stands at the newest step; what came after the earlier ones has come. */
  private List<AppealView.Entry> withNext(
      List<AppealView.Entry> timeline, TrackedCase known, Locale locale) {
    if (timeline.isEmpty()) {
      return timeline;
    }
    Optional<CaseSummary> stands = known.newest().map(TrackedEvent::summary);
    LocalizedText next =
        words.next(
            stands.map(CaseSummary::status).orElse(AppealStatus.RECEIVED),
            stands.map(CaseSummary::dueAt).orElse(null),
            known.newest().filter(event -> event.kind() == Kind.RATED).isPresent());
    List<AppealView.Entry> whole = new ArrayList<>(timeline);
    AppealView.Entry newest = whole.removeLast();
    whole.add(new AppealView.Entry(newest.at(), newest.status(), newest.text(), next.in(locale)));
    return whole;
  }

  private static AppealView.@Nullable Question question(TrackedCase known, AppealStatus status) {
    return status == AppealStatus.CLARIFICATION_ASKED
        ? known
            .last(Kind.QUESTION_ASKED)
            .map(asked -> new AppealView.Question(asked.at(), asked.answer(), asked.answeredBy()))
            .orElse(null)
        : null;
  }

  private List<AppealView.Part> parts(TrackedCase known, Locale locale) {
    return known
        .last(Kind.SPLIT_EXPLAINED)
        .map(TrackedEvent::details)
        .map(Details::parts)
        .map(parts -> parts.stream().map(part -> part(part, known, locale)).toList())
        .orElse(List.of());
  }

  private AppealView.Part part(CasePart part, TrackedCase known, Locale locale) {
    Optional<TrackedEvent> ended =
        known.events().stream()
            .filter(event -> event.kind() == Kind.PART_ANSWER_GIVEN)
            .filter(event ->
                event.details() != null
                    && event.details().part() != null
                    && event.details().part().number() == part.number())
            .findFirst();
    return new AppealView.Part(
        part.number(),
        ended.map(TrackedEvent::details).map(Details::part).orElse(part).committee(),
        part.question(),
        ended.map(TrackedEvent::details).map(Details::outcome).orElse(null),
        ended.map(event -> words.outcome(event).in(locale)).orElse(null));
  }

  private static @Nullable String answer(
      TrackedCase known, AppealStatus status, List<AppealView.Part> parts) {
    Optional<TrackedEvent> answer = known.last(Kind.ANSWER_GIVEN);
    if (answer.isPresent() || status != AppealStatus.ANSWERED || parts.isEmpty()) {
      return answer.map(TrackedEvent::answer).orElse(null);
    }
    return parts.stream()
        .filter(part -> part.answer() != null)
        .map(part -> part.number() + ". " + part.question() + "\n" + part.answer())
        .collect(Collectors.joining("\n\n"));
  }

  /** Whether the resident was told of it, as an addition to its text. */
  private static String noticed(TrackedEvent event, TrackedCase known, Locale locale) {
    return known.notices().stream()
        .filter(notice -> event.kind().isToldBy(notice.kind()))
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
}
