package city.reception.router.publication;

import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.CaseCopy;
import city.reception.events.CasePart;
import city.reception.events.CaseSignal;
import city.reception.events.ChildEnded;
import city.reception.events.ChildOpened;
import city.reception.events.LocalizedText;
import city.reception.events.ParentClarified;
import city.reception.events.ParentExtended;
import city.reception.events.ParentWithdrawn;
import city.reception.events.PartOf;
import city.reception.events.Topics;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseFile;
import city.reception.router.lifecycle.CaseState;
import city.reception.router.lifecycle.Parts;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a split appeal and its parts tell each other of what happened to them. */
final class PartSignals {

  private PartSignals() {}

  /** Nothing, for nearly every event of nearly every case. */
  static Stream<Announcement<?>> of(AppealId appeal, CaseEvent event, CaseState.Registered after) {
    CaseFile file = after.file();
    return switch (event) {
      case CaseEvent.Split _ ->
          toParts(file, part -> new ChildOpened(part.appealId(), copy(appeal, file, part)));
      case CaseEvent.Extended extended ->
          toParts(
              file,
              part ->
                  new ParentExtended(
                      part.appealId(),
                      extended.days(),
                      extended.reason(),
                      extended.actor(),
                      copy(appeal, file, part)));
      case CaseEvent.Clarified clarified ->
          toParts(
              file,
              part ->
                  new ParentClarified(part.appealId(), clarified.text(), copy(appeal, file, part)));
      // A part that is withdrawn is withdrawn with the whole, which need not be told.
      case CaseEvent.Withdrawn _ ->
          toParts(file, part -> new ParentWithdrawn(part.appealId(), copy(appeal, file, part)));
      case CaseEvent.Answered answered ->
          toParent(appeal, after, answered.result(), null, answered.text(), null, answered.actor());
      case CaseEvent.Forwarded forwarded ->
          toParent(
              appeal,
              after,
              null,
              new LocalizedText(
                  "Вопрос направлен в другой орган: " + forwarded.toBody() + ".",
                  "The question was forwarded to another body: " + forwarded.toBody() + "."),
              forwarded.reason(),
              null,
              forwarded.actor());
      case CaseEvent.Refused refused ->
          toParent(
              appeal,
              after,
              null,
              refused.explanation(),
              refused.text(),
              refused.publishedAt(),
              refused.actor());
      case CaseEvent.CorrespondenceEnded ended ->
          toParent(appeal, after, null, null, ended.reason(), null, ended.actor());
      case CaseEvent.Registered _,
          CaseEvent.Routed _,
          CaseEvent.TakenUp _,
          CaseEvent.Redirected _,
          CaseEvent.AnsweredInParts _,
          CaseEvent.PartEnded _,
          CaseEvent.ClarificationAsked _,
          CaseEvent.Rated _,
          CaseEvent.Reopened _,
          CaseEvent.InformationRequested _,
          CaseEvent.RequestReplied _,
          CaseEvent.RequestOverdue _,
          CaseEvent.JoinedCampaign _,
          CaseEvent.Reminded _ ->
          Stream.of();
    };
  }

  private static Stream<Announcement<?>> toParts(
      CaseFile file, Function<CasePart, CaseSignal> signal) {
    Parts parts = file.progress().parts();
    return parts == null ? Stream.of() : parts.open().map(part -> announced(signal.apply(part)));
  }

  private static Stream<Announcement<?>> toParent(
      AppealId appeal,
      CaseState.Registered after,
      @Nullable AnswerResult result,
      @Nullable LocalizedText explanation,
      @Nullable String text,
      @Nullable String publishedAt,
      String actor) {
    CaseFile file = after.file();
    AppealId parent = file.progress().allTies().parent();
    return parent == null
        ? Stream.of()
        : Stream.of(
            announced(
                new ChildEnded(
                    parent,
                    appeal,
                    Objects.requireNonNull(file.committee(), "a case that ended was routed"),
                    after.status(),
                    result,
                    explanation,
                    text,
                    publishedAt,
                    actor)));
  }

  private static Announcement<?> announced(CaseSignal signal) {
    return new Announcement<>(Topics.CASE_SIGNAL, signal);
  }

  private static CaseCopy copy(AppealId appeal, CaseFile file, CasePart part) {
    AppealContent content = file.content();
    Parts parts = Objects.requireNonNull(file.progress().parts(), "it was split before");
    return new CaseCopy(
        new PartOf(appeal, file.number(), part.number(), part.question()),
        part.committee(),
        content.kind(),
        content.channel(),
        content.applicant(),
        content.addressee(),
        content.subject(),
        content.text(),
        content.location(),
        content.receivedOn(),
        content.receivedAt(),
        content.identityAssurance(),
        file.progress().allTies().complaintAbout(),
        file.dueAt(),
        file.dueAtExplanation(),
        parts.split(),
        content.initiativeDirection(),
        file.progress().correspondence());
  }
}
