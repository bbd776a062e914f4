package city.reception.desk.web;

import city.reception.desk.queue.Campaign;
import city.reception.desk.queue.DeskAppeal;
import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.Applicant;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.IdentityAssurance;
import city.reception.events.InitiativeDirection;
import city.reception.events.Location;
import city.reception.events.RoutingDecision;
import city.reception.events.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appeal as a committee's staff sees it. */
record AppealView(
    UUID appealId,
    String registrationNumber,
    AppealStatus status,
    int version,
    @Nullable String committee,
    AppealKind kind,
    @Nullable InitiativeDirection initiativeDirection,
    String channel,
    Applicant applicant,
    @Nullable AddresseeView addressee,
    String subject,
    String text,
    @Nullable Location location,
    @Nullable LocalDate receivedOn,
    Instant receivedAt,
    Instant registeredAt,
    Instant dueAt,
    String dueAtExplanation,
    boolean overdue,
    RoutingView routing,
    @Nullable TransferView transfer,
    @Nullable IdentityAssurance identityAssurance,
    LifeView.@Nullable CaseView parent,
    List<LifeView.CaseView> parts,
    LifeView.@Nullable CampaignView campaign,
    LifeView.@Nullable CaseView repeatOf,
    LifeView.@Nullable ClarificationView clarification,
    List<LifeView.RequestView> requests,
    LifeView.@Nullable CorrespondenceView correspondence,
    LifeView.@Nullable RefusalView refusal,
    List<HistoryView> history) {

  /** Whom the resident wrote to. */
  record AddresseeView(@Nullable String committee, @Nullable String deputy) {}

  /** How it came to the committee, and what spoke for which. */
  record RoutingView(
      String committee,
      RoutingDecision.Rule rule,
      String classifier,
      String explanation,
      List<CandidateView> candidates,
      List<TopicView> topics,
      @Nullable String configuredRule,
      @Nullable String complaintAbout,
      @Nullable MismatchView remitMismatch) {}

  /** A committee that the text speaks for. */
  record CandidateView(String committee, double score, List<String> terms) {}

  /** A topic that the text may be about, and whose business it is. */
  record TopicView(String topic, String committee, double probability, List<String> terms) {}

  /** For whose remit the text surely speaks, where the resident named another committee. */
  record MismatchView(String committee, double probability) {}

  /** From whom it was redirected. */
  record TransferView(String fromCommittee, String reason, String actor, Instant at) {}

  /** The appeal, with explanations in the language asked for. */
  static AppealView of(DeskAppeal appeal, @Nullable Campaign campaign, Words words, Locale locale) {
    CaseSummary summary = appeal.summary();
    AppealRouted content = appeal.content();
    return new AppealView(
        summary.appealId().value(),
        summary.registrationNumber().value(),
        summary.status(),
        summary.version(),
        slug(summary.committee()),
        content.kind(),
        content.initiativeDirection(),
        content.channel(),
        content.applicant(),
        addressee(content.addressee()),
        content.subject(),
        content.text(),
        content.location(),
        content.receivedOn(),
        content.receivedAt(),
        summary.registeredAt(),
        summary.dueAt(),
        summary.dueAtExplanation().in(locale),
        appeal.isOverdue(),
        routing(content.routing(), locale),
        transfer(content.transfer()),
        content.identityAssurance(),
        LifeView.parent(appeal),
        LifeView.parts(appeal),
        campaign == null ? null : LifeView.CampaignView.of(campaign),
        LifeView.repeatOf(appeal),
        LifeView.clarification(appeal),
        LifeView.requests(appeal, locale),
        LifeView.correspondence(content.correspondence()),
        LifeView.refusal(appeal, words, locale),
        appeal.history().stream().map(entry -> HistoryView.of(entry, words, locale)).toList());
  }

  private static @Nullable String slug(@Nullable CommitteeId committee) {
    return committee == null ? null : committee.slug();
  }

  private static @Nullable AddresseeView addressee(@Nullable Addressee addressee) {
    return addressee == null
        ? null
        : new AddresseeView(slug(addressee.committee()), addressee.deputy());
  }

  private static RoutingView routing(RoutingDecision routing, Locale locale) {
    RoutingDecision.Basis basis = routing.basis();
    return new RoutingView(
        routing.committee().slug(),
        routing.rule(),
        routing.classifier(),
        routing.explanation().in(locale),
        routing.candidates().stream()
            .map(candidate ->
                new CandidateView(
                    candidate.committee().slug(), candidate.score(), candidate.terms()))
            .toList(),
        basis == null ? List.of() : basis.topics().stream().map(AppealView::topic).toList(),
        basis == null ? null : basis.configuredRule(),
        basis == null ? null : slug(basis.complaintAbout()),
        basis == null ? null : mismatch(basis.remitMismatch()));
  }

  private static TopicView topic(RoutingDecision.TopicProbability topic) {
    return new TopicView(
        topic.topic(), topic.committee().slug(), topic.probability(), topic.terms());
  }

  private static @Nullable MismatchView mismatch(RoutingDecision.@Nullable RemitMismatch mismatch) {
    return mismatch == null
        ? null
        : new MismatchView(mismatch.committee().slug(), mismatch.probability());
  }

  private static @Nullable TransferView transfer(@Nullable Transfer transfer) {
    return transfer == null
        ? null
        : new TransferView(
            transfer.fromCommittee().slug(), transfer.reason(), transfer.actor(), transfer.at());
  }
}
