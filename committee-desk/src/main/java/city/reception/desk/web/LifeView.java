package city.reception.desk.web;

import static city.reception.desk.queue.HistoryEvent.CLARIFICATION_ASKED;
import static city.reception.desk.queue.HistoryEvent.INFORMATION_REQUESTED;
import static city.reception.desk.queue.HistoryEvent.REFUSED;
import static city.reception.desk.queue.HistoryEvent.REQUEST_REPLIED;

import city.reception.desk.queue.Campaign;
import city.reception.desk.queue.DeskAppeal;
import city.reception.desk.queue.HistoryEntry;
import city.reception.desk.queue.QueueItem;
import city.reception.desk.queue.RelatedCase;
import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CommitteeId;
import city.reception.events.Correspondence;
import city.reception.events.EventId;
import city.reception.events.PartOf;
import city.reception.events.RefusalGround;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an appeal has to do with others, and what is open in it. */
final class LifeView {

  private LifeView() {}

  /**
   * Another case; null is what this desk has not heard of it.
   *
   * @param part which part it is, from 1, where it is one
   * @param question what a part is about
   */
  record CaseView(
      UUID appealId,
      @Nullable String registrationNumber,
      @Nullable String committee,
      @Nullable AppealStatus status,
      @Nullable Instant dueAt,
      @Nullable Integer part,
      @Nullable String question) {}

  /**
   * The campaign that an appeal belongs to.
   *
   * @param lead its first appeal, through which all are answered
   * @param size how many appeals it has, as far as this desk knows
   * @param open how many of them this committee holds and has not ended
   * @param items those that this committee holds, earliest due first
   * @param next the cursor of the next part; null at the end
   */
  record CampaignView(
      UUID lead, long size, long open, List<QueueItem> items, @Nullable String next) {

    static CampaignView of(Campaign campaign) {
      return new CampaignView(
          campaign.lead().value(),
          campaign.size(),
          campaign.open(),
          campaign.members().items(),
          campaign.members().next() == null ? null : campaign.members().next().toCursor());
    }
  }

  /** A question to the resident that is not answered yet. */
  record ClarificationView(Instant askedAt, @Nullable String question, @Nullable String askedBy) {}

  /** A deputy's request to a body. What is null is known to the committee that asked. */
  record RequestView(
      String requestId,
      @Nullable String body,
      @Nullable String question,
      @Nullable String requestedBy,
      Instant requestedAt,
      @Nullable Instant dueAt,
      @Nullable String dueAtExplanation,
      @Nullable ReplyView reply) {}

  /** What a body replied. */
  record ReplyView(Instant at, @Nullable String text, @Nullable String recordedBy) {}

  /**
   * What was asked and said before this committee had the case.
   *
   * @param leftOut how many earlier ones did not come with it
   */
  record CorrespondenceView(List<ExchangeView> exchanges, int leftOut) {}

  /** One of them; null is what does not belong to its kind. */
  record ExchangeView(
      Correspondence.Kind kind,
      Instant at,
      @Nullable String committee,
      @Nullable String actor,
      String text,
      @Nullable String requestId,
      @Nullable String body,
      @Nullable Instant dueAt) {}

  /** Why there is no answer on the substance. */
  record RefusalView(
      RefusalGround ground,
      String meaning,
      @Nullable String text,
      @Nullable String publishedAt,
      @Nullable String refusedBy,
      Instant at,
      boolean late) {}

  static @Nullable CaseView parent(DeskAppeal appeal) {
    AppealId parent = appeal.summary().parent();
    PartOf part = appeal.content().part();
    if (parent == null) {
      return null;
    }
    RelatedCase known = appeal.parent();
    return new CaseView(
        parent.value(),
        part == null ? number(known) : part.parentNumber().value(),
        known == null ? null : slug(known.summary().committee()),
        known == null ? null : known.summary().status(),
        known == null ? null : known.summary().dueAt(),
        part == null ? null : part.number(),
        part == null ? null : part.question());
  }

  static List<CaseView> parts(DeskAppeal appeal) {
    return appeal.parts().stream().map(LifeView::view).toList();
  }

  static @Nullable CaseView repeatOf(DeskAppeal appeal) {
    AppealId earlier = appeal.content().repeatOf();
    if (earlier == null) {
      return null;
    }
    return appeal.repeatOf() == null
        ? new CaseView(earlier.value(), null, null, null, null, null, null)
        : view(appeal.repeatOf());
  }

  static @Nullable ClarificationView clarification(DeskAppeal appeal) {
    return appeal.summary().status() == AppealStatus.CLARIFICATION_ASKED
        ? appeal
            .last(CLARIFICATION_ASKED)
            .map(asked ->
                new ClarificationView(asked.at(), asked.said().question(), asked.said().actor()))
            .orElse(null)
        : null;
  }

  static List<RequestView> requests(DeskAppeal appeal, Locale locale) {
    return appeal.history().stream()
        .filter(entry -> entry.event() == INFORMATION_REQUESTED)
        .map(entry -> request(entry, appeal, locale))
        .toList();
  }

  private static RequestView request(HistoryEntry asked, DeskAppeal appeal, Locale locale) {
    HistoryEntry.Said said = asked.said();
    return new RequestView(
        Objects.requireNonNull(said.requestId()),
        said.body(),
        said.question(),
        said.actor(),
        asked.at(),
        said.dueAt(),
        said.dueAtExplanation() == null ? null : said.dueAtExplanation().in(locale),
        appeal.history().stream()
            .filter(entry -> entry.event() == REQUEST_REPLIED)
            .filter(entry -> said.requestId().equals(entry.said().requestId()))
            .map(reply -> new ReplyView(reply.at(), reply.said().text(), reply.said().actor()))
            .findFirst()
            .orElse(null));
  }

  static @Nullable CorrespondenceView correspondence(@Nullable Correspondence correspondence) {
    return correspondence == null
        ? null
        : new CorrespondenceView(
            correspondence.exchanges().stream().map(LifeView::exchange).toList(),
            correspondence.leftOut());
  }

  private static ExchangeView exchange(Correspondence.Exchange exchange) {
    EventId request = exchange.request();
    return new ExchangeView(
        exchange.kind(),
        exchange.at(),
        slug(exchange.committee()),
        exchange.actor(),
        exchange.text(),
        request == null ? null : request.value(),
        exchange.body(),
        exchange.dueAt());
  }

  static @Nullable RefusalView refusal(DeskAppeal appeal, Words words, Locale locale) {
    return appeal
        .last(REFUSED)
        .map(entry ->
            new RefusalView(
                Objects.requireNonNull(entry.said().ground()),
                words.ground(entry.said().ground()).in(locale),
                entry.said().text(),
                entry.said().publishedAt(),
                entry.said().actor(),
                entry.at(),
                Boolean.TRUE.equals(entry.said().late())))
        .orElse(null);
  }

  private static CaseView view(RelatedCase known) {
    return new CaseView(
        known.summary().appealId().value(),
        number(known),
        slug(known.summary().committee()),
        known.summary().status(),
        known.summary().dueAt(),
        known.part(),
        known.question());
  }

  private static @Nullable String number(@Nullable RelatedCase known) {
    return known == null ? null : known.summary().registrationNumber().value();
  }

  private static @Nullable String slug(@Nullable CommitteeId committee) {
    return committee == null ? null : committee.slug();
  }
}
