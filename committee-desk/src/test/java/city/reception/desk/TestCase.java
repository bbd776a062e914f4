package city.reception.desk;

import city.reception.events.AppealId;
import city.reception.events.AppealKind;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.CommitteeReminded;
import city.reception.events.Correspondence;
import city.reception.events.Correspondence.Exchange;
import city.reception.events.Correspondence.Kind;
import city.reception.events.EventId;
import city.reception.events.IdentityAssurance;
import city.reception.events.InitiativeDirection;
import city.reception.events.LocalizedText;
import city.reception.events.Location;
import city.reception.events.PartOf;
import city.reception.events.RegistrationNumber;
import city.reception.events.Reopening;
import city.reception.events.RoutingDecision;
import city.reception.events.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A case as the test's router keeps it. */
record TestCase(
    AppealId id,
    RegistrationNumber number,
    CommitteeId committee,
    AppealStatus status,
    int version,
    int index,
    String subject,
    Instant registeredAt,
    Instant dueAt,
    @Nullable PartOf part) {

  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final Instant REGISTERED = Instant.parse("2026-11-02T09:30:00Z");

  static TestCase heldBy(CommitteeId committee) {
    return new TestCase(
        AppealId.of("portal", UUID.randomUUID().toString()),
        RegistrationNumber.of("МГД", 2026, NUMBERS.incrementAndGet()),
        committee,
        AppealStatus.ROUTED,
        1,
        1,
        "Не работает лифт",
        REGISTERED,
        REGISTERED.plus(Duration.ofDays(30)),
        null);
  }

  TestCase partOf(PartOf whole) {
    return new TestCase(
        id, number, committee, status, version, index, subject, registeredAt, dueAt, whole);
  }

  TestCase about(String newSubject) {
    return new TestCase(
        id, number, committee, status, version, index, newSubject, registeredAt, dueAt, part);
  }

  TestCase due(Instant newDueAt) {
    return new TestCase(
        id, number, committee, status, version, index, subject, registeredAt, newDueAt, part);
  }

  TestCase with(CommitteeId newCommittee) {
    return new TestCase(
        id, number, newCommittee, status, version, index, subject, registeredAt, dueAt, part);
  }

  TestCase advancedTo(AppealStatus newStatus) {
    return new TestCase(
        id, number, committee, newStatus, version + 1, 0, subject, registeredAt, dueAt, part);
  }

  TestCase remindedOnce() {
    return new TestCase(
        id, number, committee, status, version, index + 1, subject, registeredAt, dueAt, part);
  }

  CaseSummary summary() {
    return new CaseSummary(
        id,
        version,
        index,
        status,
        number,
        committee,
        registeredAt,
        dueAt,
        new LocalizedText("30 дней со дня регистрации", "30 days from registration"),
        part == null ? null : part.parent());
  }

  CaseRegistered registered() {
    return registered(null);
  }

  CaseRegistered registered(@Nullable Boolean late) {
    CaseSummary now = summary();
    return new CaseRegistered(
        new CaseSummary(
            id,
            1,
            0,
            AppealStatus.REGISTERED,
            number,
            null,
            registeredAt,
            dueAt,
            now.dueAtExplanation(),
            now.parent()),
        registeredAt,
        "digest",
        true,
        late);
  }

  CaseRouted routedStatus() {
    return new CaseRouted(summary(), registeredAt, true);
  }

  CommitteeReminded reminder() {
    return new CommitteeReminded(
        summary(), CaseTimer.ANSWER_DUE_IN_3_DAYS, dueAt.minus(Duration.ofDays(3)));
  }

  CommitteeReminded overdue() {
    return new CommitteeReminded(
        summary(), CaseTimer.ANSWER_OVERDUE, dueAt.plus(Duration.ofDays(1)));
  }

  /** A question and a deputy's request, from the committee that had it. */
  private static Correspondence saidBefore(Transfer transfer) {
    CommitteeId asking = transfer.fromCommittee();
    return new Correspondence(
        List.of(
            new Exchange(
                Kind.CLARIFICATION_ASKED,
                REGISTERED,
                asking,
                "Белова М. С.",
                "Какой подъезд?",
                null,
                null,
                null),
            new Exchange(Kind.CLARIFIED, REGISTERED, asking, null, "Второй.", null, null, null),
            new Exchange(
                Kind.INFORMATION_REQUESTED,
                REGISTERED,
                asking,
                "Белова М. С.",
                "Когда ремонт?",
                new EventId("request-1"),
                "Жилищная инспекция",
                REGISTERED.plus(Duration.ofDays(15)))),
        2);
  }

  AppealRouted routed(@Nullable Transfer transfer) {
    return routed(transfer, null, null, null);
  }

  AppealRouted reopened(String reason) {
    return routed(null, new Reopening(reason, registeredAt), null, null);
  }

  /** As one that the router found to be of a campaign, and a repeat of an earlier one. */
  AppealRouted related(@Nullable AppealId campaign, @Nullable AppealId repeatOf) {
    return routed(null, null, repeatOf, campaign);
  }

  private AppealRouted routed(
      @Nullable Transfer transfer,
      @Nullable Reopening reopening,
      @Nullable AppealId repeatOf,
      @Nullable AppealId campaign) {
    return new AppealRouted(
        summary(),
        AppealKind.INITIATIVE,
        "portal",
        new Applicant(ApplicantType.PERSON, "Иванова Анна Петровна", null),
        null,
        subject,
        "Лифт в подъезде не работает третью неделю.",
        new Location("ул. Лесная, 5", 55.78, 37.59),
        null,
        registeredAt,
        new RoutingDecision(
            committee,
            RoutingDecision.Rule.CLASSIFIER,
            "topics-1",
            new LocalizedText("По словам: лифт", "By the words: lift"),
            List.of(new RoutingDecision.Candidate(committee, 0.93, List.of("лифт"))),
            new RoutingDecision.Basis(
                List.of(
                    new RoutingDecision.TopicProbability(
                        "housing-maintenance", committee, 0.93, List.of("лифт"))),
                null,
                null,
                new RoutingDecision.RemitMismatch(new CommitteeId("transport"), 0.93))),
        transfer,
        IdentityAssurance.ACCOUNT,
        part,
        reopening,
        repeatOf,
        campaign,
        InitiativeDirection.NEW_SERVICE,
        transfer == null ? null : saidBefore(transfer));
  }
}
