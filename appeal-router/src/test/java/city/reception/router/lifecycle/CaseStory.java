package city.reception.router.lifecycle;

import city.reception.events.Addressee;
import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.AppealKind;
import city.reception.events.AppealStatus;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.CaseCopy;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.Correspondence;
import city.reception.events.Correspondence.Exchange;
import city.reception.events.Correspondence.Kind;
import city.reception.events.EventId;
import city.reception.events.IdentityAssurance;
import city.reception.events.InitiativeDirection;
import city.reception.events.LocalizedText;
import city.reception.events.Location;
import city.reception.events.PartOf;
import city.reception.events.RefusalGround;
import city.reception.events.RegistrationNumber;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Basis;
import city.reception.events.RoutingDecision.Candidate;
import city.reception.events.RoutingDecision.RemitMismatch;
import city.reception.events.RoutingDecision.Rule;
import city.reception.events.RoutingDecision.TopicProbability;
import city.reception.events.Transfer;
import city.reception.router.lifecycle.CaseCommand.Answer;
import city.reception.router.lifecycle.CaseCommand.Extend;
import city.reception.router.lifecycle.CaseCommand.RaiseTimer;
import city.reception.router.lifecycle.CaseCommand.Redirect;
import city.reception.router.lifecycle.CaseCommand.Register;
import city.reception.router.lifecycle.CaseCommand.Split.NewPart;
import city.reception.router.lifecycle.CaseCommand.TakeUp;
import city.reception.router.lifecycle.CaseCommand.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A case told step by step: {@code anAppeal().registered().takenUp().redirectedTo(HEALTH)}. Each
 * step is what its holder, who saw the latest version, asks an hour after the step before.
 */
public final class CaseStory {

  public static final CommitteeId EDUCATION = new CommitteeId("education");
  public static final CommitteeId HEALTH = new CommitteeId("health");
  public static final CommitteeId CULTURE = new CommitteeId("culture-mass-media");

  /** The committee of which the resident of every case told here complains. */
  public static final CommitteeId ACCUSED = new CommitteeId("urban-development");

  /** What was said in the whole of every part told here. */
  static final String SAID_BEFORE = "до разделения секрет-secret";

  /** In every free text of every case told here. */
  public static final String MARKER = "секрет-secret";

  public static final RegistrationNumber NUMBER = RegistrationNumber.of("МГД", 2026, 123);
  public static final String DIGEST = "digest-1";
  public static final Instant BEGINNING = Instant.parse("2026-11-20T09:30:00.123Z");

  static final EventId REQUEST = new EventId("request-1");
  static final AppealId CAMPAIGN = AppealId.of("portal", "campaign");
  static final AppealId WHOLE = AppealId.of("portal", "whole");

  private static final Duration THIRTY_DAYS = Duration.ofDays(30);
  private static final Duration STEP = Duration.ofHours(1);
  private static final CaseLifecycle LIFECYCLE = new CaseLifecycle(TestRules.DEADLINES);

  private final List<Entry> entries = new ArrayList<>();
  private CaseState state = new CaseState.Unregistered();
  private Instant now = BEGINNING;

  private CaseStory() {}

  /** Something that happened, and the case after it. */
  public record Entry(CaseEvent event, CaseState.Registered after) {}

  /** An appeal that the router has not seen yet. */
  public static CaseStory anAppeal() {
    return new CaseStory();
  }

  public CaseStory registered() {
    return then(register(DIGEST));
  }

  /** Only half of what a registration is: the moment before the second of its events. */
  CaseStory registeredAndNotYetRouted() {
    if (LIFECYCLE.decide(state, register(DIGEST)) instanceof Decision.Accepted decision) {
      happens(decision.events().getFirst());
    }
    return this;
  }

  public CaseStory takenUp() {
    return then(takeUp());
  }

  public CaseStory redirectedTo(CommitteeId committee) {
    return then(redirectTo(committee));
  }

  public CaseStory extended() {
    return then(extend(30));
  }

  public CaseStory answered() {
    return then(answer());
  }

  public CaseStory withdrawn() {
    return then(withdraw());
  }

  public CaseStory reminded() {
    return then(remind());
  }

  /** Registered as a repeat of an earlier case. */
  public CaseStory registeredAsARepeat() {
    return then(
        new Register(
            NUMBER,
            content(),
            DIGEST,
            route(EDUCATION),
            new Ties(null, null, AppealId.of("portal", "earlier"), null),
            later()));
  }

  public CaseStory asked() {
    return then(askClarification());
  }

  public CaseStory clarified() {
    return then(clarify());
  }

  public CaseStory split() {
    return then(splitAmong(HEALTH, CULTURE));
  }

  public CaseStory partEnded(int number) {
    return then(endPart(number));
  }

  public CaseStory forwarded() {
    return then(forward());
  }

  public CaseStory refused() {
    return then(refuse(RefusalGround.OBSCENE_OR_THREATENING));
  }

  public CaseStory correspondenceEnded() {
    return then(endCorrespondence());
  }

  public CaseStory rated() {
    return then(rate());
  }

  public CaseStory joinedCampaign() {
    return then(new CaseCommand.JoinCampaign(AppealId.of("portal", "the-first-letter"), later()));
  }

  public CaseStory reopened() {
    return then(reopen());
  }

  public CaseStory informationRequested() {
    return then(requestInformation());
  }

  public CaseStory requestReplied() {
    return then(recordReply());
  }

  public CaseStory requestOverdue() {
    return then(raiseRequest());
  }

  /** A part of an appeal that was split. */
  public static CaseStory aPart() {
    CaseStory story = new CaseStory();
    return story.then(story.openPart());
  }

  /** What opens the part of {@link #aPart()}. */
  static CaseCommand.OpenPart openedPart() {
    return new CaseStory().openPart();
  }

  /** What the case hears from another one. */
  CaseStory hears(CaseCommand signal) {
    return then(signal);
  }

  /** The same, much later. */
  public CaseStory after(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** What became of it so far. */
  public CaseState state() {
    return state;
  }

  /** The case in the registry. */
  public CaseState.Registered inTheRegistry() {
    if (state instanceof CaseState.Registered registered) {
      return registered;
    }
    throw new AssertionError("not registered yet");
  }

  /** Everything that happened to it. */
  public List<CaseEvent> journal() {
    return entries.stream().map(Entry::event).toList();
  }

  /** The same, with the case after each. */
  public List<Entry> told() {
    return List.copyOf(entries);
  }

  /** What follows when this is asked now; nothing is changed by asking. */
  Decision decisionOn(CaseCommand command) {
    return LIFECYCLE.decide(state, command);
  }

  Register register(String digest) {
    return new Register(NUMBER, content(), digest, route(EDUCATION), Ties.NONE, later());
  }

  Withdraw withdraw() {
    return new Withdraw("передумал, " + MARKER, later());
  }

  TakeUp takeUp() {
    return new TakeUp(holder(), version(), "депутат " + MARKER, later());
  }

  Redirect redirectTo(CommitteeId committee) {
    return new Redirect(
        holder(), version(), "депутат " + MARKER, committee, true, "не наше, " + MARKER, later());
  }

  Extend extend(int days) {
    return new Extend(
        holder(), version(), "депутат " + MARKER, days, "ждём бумаги, " + MARKER, later());
  }

  Answer answer() {
    return new Answer(
        holder(),
        version(),
        "депутат " + MARKER,
        "Сделано. " + MARKER,
        AnswerResult.SATISFIED,
        later());
  }

  CaseCommand.JoinCampaign joinCampaign() {
    return new CaseCommand.JoinCampaign(CAMPAIGN, later());
  }

  CaseCommand.AnswerMember answerMember() {
    return new CaseCommand.AnswerMember(holder(), "Орлова", "Всем. " + MARKER, null, later());
  }

  CaseCommand.AnswerCampaign answerCampaign() {
    return new CaseCommand.AnswerCampaign(
        holder(), version(), "депутат " + MARKER, "Всем. " + MARKER, null, later());
  }

  CaseCommand.Forward forward() {
    return new CaseCommand.Forward(
        holder(),
        version(),
        "депутат " + MARKER,
        "прокуратура " + MARKER,
        "в её ведении " + MARKER,
        later());
  }

  CaseCommand.Split splitAmong(CommitteeId... committees) {
    List<NewPart> parts = new ArrayList<>();
    for (CommitteeId committee : committees) {
      int number = parts.size() + 1;
      parts.add(
          new NewPart(
              part(number), committee, !committee.slug().equals("nowhere"), "вопрос " + MARKER));
    }
    return new CaseCommand.Split(
        holder(), version(), "депутат " + MARKER, parts, "два вопроса " + MARKER, later());
  }

  CaseCommand.AskClarification askClarification() {
    return new CaseCommand.AskClarification(
        holder(), version(), "депутат " + MARKER, "когда? " + MARKER, later());
  }

  CaseCommand.Refuse refuse(RefusalGround ground) {
    return new CaseCommand.Refuse(
        holder(), version(), "депутат " + MARKER, ground, "нет " + MARKER, null, later());
  }

  CaseCommand.EndCorrespondence endCorrespondence() {
    return new CaseCommand.EndCorrespondence(
        holder(), version(), "депутат " + MARKER, "новых доводов нет " + MARKER, later());
  }

  CaseCommand.RequestInformation requestInformation() {
    return new CaseCommand.RequestInformation(
        holder(),
        version(),
        "депутат " + MARKER,
        REQUEST,
        "департамент " + MARKER,
        "сколько? " + MARKER,
        later());
  }

  CaseCommand.RecordRequestReply recordReply() {
    return new CaseCommand.RecordRequestReply(
        holder(), version(), "депутат " + MARKER, REQUEST, "три " + MARKER, later());
  }

  CaseCommand.Clarify clarify() {
    return new CaseCommand.Clarify("в понедельник " + MARKER, later());
  }

  CaseCommand.Rate rate() {
    return new CaseCommand.Rate(4, "спасибо " + MARKER, later());
  }

  CaseCommand.Reopen reopen() {
    return new CaseCommand.Reopen("не сделано " + MARKER, later());
  }

  CaseCommand.RaiseRequest raiseRequest() {
    Requests requests =
        state instanceof CaseState.Registered registered
            ? registered.file().progress().allRequests()
            : Requests.NONE;
    return new CaseCommand.RaiseRequest(requests.generation(), later());
  }

  CaseCommand.OpenPart openPart() {
    return new CaseCommand.OpenPart(NUMBER, copy(BEGINNING.plus(THIRTY_DAYS)), later());
  }

  CaseCommand.WithdrawPart withdrawPart() {
    return new CaseCommand.WithdrawPart(NUMBER, copy(BEGINNING.plus(THIRTY_DAYS)), later());
  }

  /** The whole was extended by 30 days. */
  CaseCommand.ExtendPart extendPart() {
    return new CaseCommand.ExtendPart(
        NUMBER,
        copy(BEGINNING.plus(THIRTY_DAYS).plus(THIRTY_DAYS)),
        30,
        "ждём бумаги " + MARKER,
        "депутат " + MARKER,
        later());
  }

  CaseCommand.ClarifyPart clarifyPart() {
    return clarifyPart("во вторник " + MARKER);
  }

  CaseCommand.ClarifyPart clarifyPart(String text) {
    return new CaseCommand.ClarifyPart(NUMBER, copy(BEGINNING.plus(THIRTY_DAYS)), text, later());
  }

  CaseCommand.EndPart endPart(int number) {
    return new CaseCommand.EndPart(
        part(number),
        HEALTH,
        AppealStatus.ANSWERED,
        AnswerResult.EXPLAINED,
        null,
        "часть " + MARKER,
        null,
        "депутат " + MARKER,
        later());
  }

  static AppealId part(int number) {
    return AppealId.ofPart(WHOLE, REQUEST, number);
  }

  static CaseCopy copy(Instant dueAt) {
    AppealContent content = content();
    return new CaseCopy(
        new PartOf(WHOLE, NUMBER, 1, "вопрос " + MARKER),
        HEALTH,
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
        ACCUSED,
        dueAt,
        new LocalizedText("срок целого", "the deadline of the whole"),
        new Transfer(EDUCATION, "два вопроса " + MARKER, "депутат " + MARKER, BEGINNING),
        content.initiativeDirection(),
        new Correspondence(
            List.of(
                new Exchange(
                    Kind.CLARIFIED, BEGINNING, EDUCATION, null, SAID_BEFORE, null, null, null)),
            0));
  }

  RaiseTimer remind() {
    CaseTimer next =
        state instanceof CaseState.Registered registered
            ? registered.file().progress().waitsFor()
            : null;
    return new RaiseTimer(
        next == null ? CaseTimer.ANSWER_DUE_IN_7_DAYS : next, generation(), later());
  }

  /** All that a resident may have written. */
  public static AppealContent content() {
    return new AppealContent(
        AppealKind.INITIATIVE,
        "channel " + MARKER,
        new Applicant(ApplicantType.LEGAL_ENTITY, "Иванова Анна " + MARKER, "ООО " + MARKER),
        new Addressee(EDUCATION, "депутату " + MARKER),
        "Крыша \"протекает\" " + MARKER,
        "В школе\nпротекает крыша 🏫 " + MARKER,
        new Location("ул. Петровка, 22, " + MARKER, 55.767, 37.615),
        LocalDate.parse("2026-11-19"),
        BEGINNING,
        IdentityAssurance.ACCOUNT,
        null,
        InitiativeDirection.NEW_SERVICE,
        null);
  }

  public static RoutingDecision route(CommitteeId committee) {
    return new RoutingDecision(
        committee,
        Rule.CLASSIFIER,
        "topics-1",
        new LocalizedText("слова: " + MARKER, "words: " + MARKER),
        List.of(new Candidate(committee, 0.75, List.of(MARKER))),
        new Basis(
            List.of(new TopicProbability("schools", committee, 0.75, List.of(MARKER))),
            "rule " + MARKER,
            ACCUSED,
            new RemitMismatch(EDUCATION, 0.75)));
  }

  private CaseStory then(CaseCommand command) {
    switch (LIFECYCLE.decide(state, command)) {
      case Decision.Accepted accepted -> accepted.events().forEach(this::happens);
      case Decision.Refused refused -> throw new AssertionError("refused: " + refused.reason());
    }
    now = command.at();
    return this;
  }

  private void happens(CaseEvent event) {
    state = LIFECYCLE.evolve(state, event);
    entries.add(new Entry(event, inTheRegistry()));
  }

  private CommitteeId holder() {
    return state instanceof CaseState.Registered registered
        ? Objects.requireNonNullElse(registered.file().committee(), EDUCATION)
        : EDUCATION;
  }

  private int version() {
    return state instanceof CaseState.Registered registered ? registered.file().version() : 1;
  }

  private int generation() {
    return state instanceof CaseState.Registered registered
        ? registered.file().progress().generation()
        : 1;
  }

  private Instant later() {
    return state instanceof CaseState.Unregistered ? now : now.plus(STEP);
  }
}
