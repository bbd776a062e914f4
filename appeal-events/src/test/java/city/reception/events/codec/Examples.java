package city.reception.events.codec;

import city.reception.events.ActionDone;
import city.reception.events.ActionRefused;
import city.reception.events.Addressee;
import city.reception.events.AnswerAppeal;
import city.reception.events.AnswerCampaign;
import city.reception.events.AnswerGiven;
import city.reception.events.AnswerRated;
import city.reception.events.AnswerResult;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealJoinedCampaign;
import city.reception.events.AppealKind;
import city.reception.events.AppealReceived;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.AskClarification;
import city.reception.events.CampaignAnswer;
import city.reception.events.CampaignAnswered;
import city.reception.events.CampaignJoined;
import city.reception.events.CampaignMembersDue;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseClarificationAsked;
import city.reception.events.CaseClarified;
import city.reception.events.CaseCopy;
import city.reception.events.CaseCorrespondenceEnded;
import city.reception.events.CaseExtended;
import city.reception.events.CaseForwarded;
import city.reception.events.CaseInformationRequested;
import city.reception.events.CasePart;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRated;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRefused;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseReopened;
import city.reception.events.CaseRequestReplied;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSplit;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseTimer;
import city.reception.events.CaseWithdrawn;
import city.reception.events.ChildEnded;
import city.reception.events.ChildOpened;
import city.reception.events.ClarificationGiven;
import city.reception.events.ClarificationReceived;
import city.reception.events.CommitteeId;
import city.reception.events.CommitteeReminded;
import city.reception.events.ContactErasureRequested;
import city.reception.events.Correspondence;
import city.reception.events.Correspondence.Exchange;
import city.reception.events.Correspondence.Kind;
import city.reception.events.CorrespondenceEndExplained;
import city.reception.events.EndCorrespondence;
import city.reception.events.EventId;
import city.reception.events.ExtendAppeal;
import city.reception.events.ExtensionExplained;
import city.reception.events.ForwardAppeal;
import city.reception.events.ForwardExplained;
import city.reception.events.IdentityAssurance;
import city.reception.events.InformationRequested;
import city.reception.events.InitiativeDirection;
import city.reception.events.LocalizedText;
import city.reception.events.Location;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeFailed;
import city.reception.events.NoticeKind;
import city.reception.events.NoticeOutcomeUnknown;
import city.reception.events.NoticeSent;
import city.reception.events.NoticeSuppressed;
import city.reception.events.ParentClarified;
import city.reception.events.ParentExtended;
import city.reception.events.ParentWithdrawn;
import city.reception.events.PartAnswerGiven;
import city.reception.events.PartOf;
import city.reception.events.QuestionAsked;
import city.reception.events.RatingReceived;
import city.reception.events.RecordRequestReply;
import city.reception.events.RedirectAppeal;
import city.reception.events.RefusalExplained;
import city.reception.events.RefusalGround;
import city.reception.events.RefusalReason;
import city.reception.events.RefuseAppeal;
import city.reception.events.RegistrationNumber;
import city.reception.events.Reopening;
import city.reception.events.ReopeningRequested;
import city.reception.events.RequestInformation;
import city.reception.events.RequestReplied;
import city.reception.events.RoutingDecision;
import city.reception.events.SealedContact;
import city.reception.events.SplitAppeal;
import city.reception.events.SplitExplained;
import city.reception.events.TakeUpAppeal;
import city.reception.events.TimerDue;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.Transfer;
import city.reception.events.WithdrawalRequested;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One fixed event of every type with every property present ("full"), and one with none that may be
 * absent ("minimal") where there are such.
 */
final class Examples {

  private static final EventCodec CODEC = new EventCodec();
  private static final CommitteeId HEALTH = new CommitteeId("health");
  private static final CommitteeId INNOVATION = new CommitteeId("entrepreneurship-innovation-it");
  private static final AppealId APPEAL = AppealId.of("portal", "approved-example-1");
  private static final Instant AT = Instant.parse("2026-11-20T09:30:00.123Z");
  private static final LocalizedText WORDS = new LocalizedText("По-русски.", "In English.");
  private static final EventId ACTION = new EventId("9d6f0f0e-5f0a-4a53-9e0f-6f6f3f1a2b3c");
  private static final AppealId PART = AppealId.ofPart(APPEAL, ACTION, 1);
  private static final EventId NOTICE = EventId.derived("notice", "approved-example-1");

  private Examples() {}

  /** An event, the topic it travels on, and which of the two examples of its type it is. */
  record Example<V extends AppealEvent>(
      Topic<AppealId, V> topic, String variant, Envelope<V> envelope) {

    String type() {
      return topic.values().typeOf(envelope.event());
    }

    ProducerRecord<byte[], byte[]> encoded() {
      return CODEC.encode(topic, envelope);
    }

    Envelope<V> decoded(ProducerRecord<byte[], byte[]> sent) {
      return CODEC.decode(topic, received(sent));
    }

    /** The record with this value in place of its own. */
    ProducerRecord<byte[], byte[]> encodedWith(byte @Nullable [] value) {
      ProducerRecord<byte[], byte[]> own = encoded();
      return new ProducerRecord<>(own.topic(), null, own.key(), value, own.headers());
    }

    @Override
    public String toString() {
      return type() + "." + variant;
    }
  }

  static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(record.headers()::add);
    return record;
  }

  static List<Example<?>> all() {
    return List.of(
        full(Topics.RECEIVED, appealReceived(), "b1a2-digest"),
        minimal(Topics.RECEIVED, appealReceivedMinimal()),
        full(Topics.RECEIVED, new WithdrawalRequested(APPEAL, "Вопрос решён.", AT)),
        minimal(Topics.RECEIVED, new WithdrawalRequested(APPEAL, null, AT)),
        full(Topics.RECEIVED, new ContactErasureRequested(APPEAL, AT)),
        full(Topics.RECEIVED, new ClarificationGiven(APPEAL, "Это было в понедельник.", AT)),
        full(Topics.RECEIVED, new AnswerRated(APPEAL, 4, "Спасибо.", AT)),
        minimal(Topics.RECEIVED, new AnswerRated(APPEAL, 4, null, AT)),
        full(Topics.RECEIVED, new ReopeningRequested(APPEAL, "Ничего не сделано.", AT)),
        full(Topics.routed(HEALTH), appealRouted()),
        minimal(Topics.routed(HEALTH), appealRoutedMinimal()),
        full(
            Topics.routed(HEALTH),
            new CommitteeReminded(
                summary(2, 0, AppealStatus.TAKEN_UP), CaseTimer.REQUEST_DUE, AT, ACTION)),
        minimal(
            Topics.routed(HEALTH),
            new CommitteeReminded(
                summary(2, 0, AppealStatus.TAKEN_UP), CaseTimer.ANSWER_DUE_IN_3_DAYS, AT)),
        full(
            Topics.routed(HEALTH),
            new ClarificationReceived(
                summary(3, 0, AppealStatus.TAKEN_UP), AT, "Это было в понедельник.")),
        full(
            Topics.routed(HEALTH),
            new RatingReceived(summary(4, 2, AppealStatus.ANSWERED), AT, 4, "Спасибо.")),
        minimal(
            Topics.routed(HEALTH),
            new RatingReceived(summary(4, 2, AppealStatus.ANSWERED), AT, 4, null)),
        full(
            Topics.routed(HEALTH),
            new InformationRequested(
                summary(3, 0, AppealStatus.TAKEN_UP),
                AT,
                ACTION,
                "Департамент здравоохранения",
                "Сколько врачей принимает?",
                Instant.parse("2026-12-05T09:30:00Z"),
                WORDS,
                "Петрова А. Н.")),
        full(
            Topics.routed(HEALTH),
            new RequestReplied(
                summary(4, 0, AppealStatus.TAKEN_UP), AT, ACTION, "Трое.", "Петрова А. Н.")),
        full(
            Topics.routed(HEALTH),
            new AppealJoinedCampaign(summary(2, 1, AppealStatus.TAKEN_UP), AT, PART)),
        full(Topics.committeeAction(HEALTH), new TakeUpAppeal(APPEAL, 1, "Петрова А. Н.")),
        full(
            Topics.committeeAction(HEALTH),
            new RedirectAppeal(APPEAL, 2, "Петрова А. Н.", INNOVATION, "Не наш вопрос.")),
        full(
            Topics.committeeAction(HEALTH),
            new ExtendAppeal(APPEAL, 2, "Петрова А. Н.", 30, "Запрошены документы.")),
        full(
            Topics.committeeAction(HEALTH),
            new AnswerAppeal(
                APPEAL,
                3,
                "Петрова А. Н.",
                "Уважаемый Иван Иванович!\nОтвечаем…",
                AnswerResult.SATISFIED)),
        minimal(
            Topics.committeeAction(HEALTH),
            new AnswerAppeal(APPEAL, 3, "Петрова А. Н.", "Уважаемый Иван Иванович!\nОтвечаем…")),
        full(
            Topics.committeeAction(HEALTH),
            new ForwardAppeal(APPEAL, 2, "Петрова А. Н.", "Прокуратура", "В её ведении.")),
        full(
            Topics.committeeAction(HEALTH),
            new SplitAppeal(
                APPEAL,
                2,
                "Петрова А. Н.",
                List.of(
                    new SplitAppeal.Part(HEALTH, "О записи к врачу."),
                    new SplitAppeal.Part(INNOVATION, "О приложении для записи.")),
                "В обращении два вопроса.")),
        full(
            Topics.committeeAction(HEALTH),
            new AskClarification(APPEAL, 2, "Петрова А. Н.", "Когда это было?")),
        full(
            Topics.committeeAction(HEALTH),
            new RefuseAppeal(
                APPEAL,
                2,
                "Петрова А. Н.",
                RefusalGround.ALREADY_PUBLISHED,
                "Ответ уже дан.",
                "https://duma.example/answers/1")),
        minimal(
            Topics.committeeAction(HEALTH),
            new RefuseAppeal(APPEAL, 2, "Петрова А. Н.", RefusalGround.UNREADABLE, null, null)),
        full(
            Topics.committeeAction(HEALTH),
            new EndCorrespondence(APPEAL, 2, "Петрова А. Н.", "Новых доводов нет.")),
        full(
            Topics.committeeAction(HEALTH),
            new RequestInformation(
                APPEAL,
                2,
                "Петрова А. Н.",
                "Департамент здравоохранения",
                "Сколько врачей принимает?")),
        full(
            Topics.committeeAction(HEALTH),
            new RecordRequestReply(APPEAL, 3, "Петрова А. Н.", ACTION, "Трое.")),
        full(
            Topics.committeeAction(HEALTH),
            new AnswerCampaign(
                APPEAL, 3, "Петрова А. Н.", "Отвечаем всем…", AnswerResult.EXPLAINED)),
        minimal(
            Topics.committeeAction(HEALTH),
            new AnswerCampaign(APPEAL, 3, "Петрова А. Н.", "Отвечаем всем…", null)),
        full(Topics.ACTION_OUTCOME, new ActionDone(ACTION, APPEAL, 2)),
        full(Topics.ACTION_OUTCOME, refused(3, RefusalReason.STALE_VERSION)),
        minimal(Topics.ACTION_OUTCOME, refused(null, RefusalReason.UNKNOWN_APPEAL)),
        full(Topics.CASE_SIGNAL, new TimerDue(APPEAL, CaseTimer.ANSWER_DUE_IN_3_DAYS, 1, AT)),
        full(Topics.CASE_SIGNAL, new ChildOpened(PART, copy())),
        minimal(Topics.CASE_SIGNAL, new ChildOpened(PART, copyMinimal())),
        full(
            Topics.CASE_SIGNAL,
            new ChildEnded(
                APPEAL,
                PART,
                HEALTH,
                AppealStatus.ANSWERED,
                AnswerResult.EXPLAINED,
                WORDS,
                "Ответ на часть.",
                "https://duma.example/answers/1",
                "Петрова А. Н.")),
        minimal(
            Topics.CASE_SIGNAL,
            new ChildEnded(
                APPEAL,
                PART,
                HEALTH,
                AppealStatus.WITHDRAWN,
                null,
                null,
                null,
                null,
                "Петрова А. Н.")),
        full(Topics.CASE_SIGNAL, new ParentWithdrawn(PART, copy())),
        full(
            Topics.CASE_SIGNAL,
            new ParentExtended(PART, 30, "Запрошены документы.", "Петрова А. Н.", copy())),
        full(Topics.CASE_SIGNAL, new ParentClarified(PART, "Второй подъезд.", copy())),
        full(Topics.CASE_SIGNAL, new CampaignJoined(APPEAL, PART)),
        full(
            Topics.CASE_SIGNAL,
            new CampaignAnswered(APPEAL, PART, campaignAnswer(AnswerResult.SATISFIED))),
        minimal(Topics.CASE_SIGNAL, new CampaignAnswered(APPEAL, PART, campaignAnswer(null))),
        full(
            Topics.CASE_SIGNAL,
            new CampaignMembersDue(
                APPEAL,
                PART,
                List.of(7L, 4_294_967_296L),
                200,
                4_294_967_299L,
                campaignAnswer(AnswerResult.SATISFIED))),
        minimal(Topics.CASE_SIGNAL, new CampaignMembersDue(APPEAL, PART, null, 0, 9, null)),
        full(
            Topics.STATUS_CHANGED,
            new CaseRegistered(
                summary(1, 0, AppealStatus.REGISTERED), AT, "b1a2-digest", true, true)),
        minimal(
            Topics.STATUS_CHANGED,
            new CaseRegistered(
                summary(1, 0, AppealStatus.REGISTERED, null), AT, "b1a2-digest", false, null)),
        full(Topics.STATUS_CHANGED, new CaseRouted(summary(1, 1, AppealStatus.ROUTED), AT, true)),
        full(Topics.STATUS_CHANGED, new CaseTakenUp(summary(2, 0, AppealStatus.TAKEN_UP), AT)),
        full(
            Topics.STATUS_CHANGED,
            new CaseRedirected(summary(3, 0, AppealStatus.ROUTED), AT, INNOVATION)),
        full(Topics.STATUS_CHANGED, new CaseExtended(summary(3, 0, AppealStatus.TAKEN_UP), AT, 30)),
        full(
            Topics.STATUS_CHANGED,
            new CaseAnswered(summary(4, 0, AppealStatus.ANSWERED), AT, AnswerResult.SATISFIED)),
        minimal(Topics.STATUS_CHANGED, new CaseAnswered(summary(4, 0, AppealStatus.ANSWERED), AT)),
        full(
            Topics.STATUS_CHANGED,
            new CaseForwarded(summary(4, 0, AppealStatus.FORWARDED), AT, true)),
        full(
            Topics.STATUS_CHANGED,
            new CaseSplit(
                summary(3, 0, AppealStatus.SPLIT), AT, List.of(HEALTH, INNOVATION), true)),
        minimal(
            Topics.STATUS_CHANGED,
            new CaseSplit(
                summary(3, 0, AppealStatus.SPLIT), AT, List.of(HEALTH, INNOVATION), null)),
        full(
            Topics.STATUS_CHANGED,
            new CasePartEnded(
                summary(4, 0, AppealStatus.SPLIT), AT, 1, PART, AppealStatus.ANSWERED)),
        full(
            Topics.STATUS_CHANGED,
            new CaseClarificationAsked(summary(3, 0, AppealStatus.CLARIFICATION_ASKED), AT)),
        full(Topics.STATUS_CHANGED, new CaseClarified(summary(4, 0, AppealStatus.TAKEN_UP), AT)),
        full(
            Topics.STATUS_CHANGED,
            new CaseRefused(
                summary(4, 0, AppealStatus.REFUSED), AT, RefusalGround.ALREADY_PUBLISHED, false)),
        full(
            Topics.STATUS_CHANGED,
            new CaseCorrespondenceEnded(summary(4, 0, AppealStatus.CORRESPONDENCE_ENDED), AT)),
        full(Topics.STATUS_CHANGED, new CaseRated(summary(4, 2, AppealStatus.ANSWERED), AT, 4)),
        full(Topics.STATUS_CHANGED, new CaseReopened(summary(5, 0, AppealStatus.ROUTED), AT)),
        full(
            Topics.STATUS_CHANGED,
            new CaseInformationRequested(
                summary(3, 0, AppealStatus.TAKEN_UP),
                AT,
                ACTION,
                Instant.parse("2026-12-05T09:30:00Z"))),
        full(
            Topics.STATUS_CHANGED,
            new CaseRequestReplied(summary(4, 0, AppealStatus.TAKEN_UP), AT, ACTION)),
        full(Topics.STATUS_CHANGED, new CaseWithdrawn(summary(4, 0, AppealStatus.WITHDRAWN), AT)),
        full(
            Topics.REPLY,
            new AnswerGiven(
                summary(4, 1, AppealStatus.ANSWERED), AT, "Ответ по существу.", "Петрова А. Н.")),
        full(
            Topics.REPLY,
            new ExtensionExplained(
                summary(3, 0, AppealStatus.TAKEN_UP),
                AT,
                30,
                "Запрошены документы.",
                "Петрова А. Н.")),
        full(
            Topics.REPLY,
            new ForwardExplained(
                summary(4, 0, AppealStatus.FORWARDED),
                AT,
                "Прокуратура",
                "В её ведении.",
                "Петрова А. Н.")),
        full(
            Topics.REPLY,
            new SplitExplained(
                summary(3, 0, AppealStatus.SPLIT),
                AT,
                List.of(
                    new CasePart(1, PART, HEALTH, "О записи к врачу."),
                    new CasePart(
                        2,
                        AppealId.ofPart(APPEAL, ACTION, 2),
                        INNOVATION,
                        "О приложении для записи.")),
                "В обращении два вопроса.",
                "Петрова А. Н.")),
        full(
            Topics.REPLY,
            new PartAnswerGiven(
                summary(4, 0, AppealStatus.SPLIT),
                AT,
                new CasePart(1, PART, HEALTH, "О записи к врачу."),
                AppealStatus.ANSWERED,
                WORDS,
                "Ответ на часть.",
                "https://duma.example/answers/1",
                "Петрова А. Н.")),
        minimal(
            Topics.REPLY,
            new PartAnswerGiven(
                summary(4, 0, AppealStatus.SPLIT),
                AT,
                new CasePart(1, PART, HEALTH, "О записи к врачу."),
                AppealStatus.WITHDRAWN,
                null,
                null,
                null,
                "Петрова А. Н.")),
        full(
            Topics.REPLY,
            new QuestionAsked(
                summary(3, 0, AppealStatus.CLARIFICATION_ASKED),
                AT,
                "Когда это было?",
                "Петрова А. Н.")),
        full(
            Topics.REPLY,
            new RefusalExplained(
                summary(4, 0, AppealStatus.REFUSED),
                AT,
                RefusalGround.ALREADY_PUBLISHED,
                WORDS,
                "Ответ уже дан.",
                "https://duma.example/answers/1",
                "Петрова А. Н.")),
        minimal(
            Topics.REPLY,
            new RefusalExplained(
                summary(4, 0, AppealStatus.REFUSED),
                AT,
                RefusalGround.UNREADABLE,
                WORDS,
                null,
                null,
                "Петрова А. Н.")),
        full(
            Topics.REPLY,
            new CorrespondenceEndExplained(
                summary(4, 0, AppealStatus.CORRESPONDENCE_ENDED),
                AT,
                "Новых доводов нет.",
                "Петрова А. Н.")),
        full(
            Topics.NOTICE_DELIVERY,
            new NoticeSent(
                APPEAL, NOTICE, NoticeKind.REGISTERED_AND_ROUTED, NoticeMedium.EMAIL, AT)),
        full(
            Topics.NOTICE_DELIVERY,
            new NoticeFailed(APPEAL, NOTICE, NoticeKind.ANSWERED, NoticeMedium.EMAIL, AT, 550)),
        full(
            Topics.NOTICE_DELIVERY,
            new NoticeOutcomeUnknown(
                APPEAL, NOTICE, NoticeKind.REDIRECTED, NoticeMedium.EMAIL, AT)),
        full(
            Topics.NOTICE_DELIVERY,
            new NoticeSuppressed(
                APPEAL,
                NOTICE,
                NoticeKind.ROUTED,
                NoticeMedium.EMAIL,
                AT,
                NoticeSuppressed.Reason.NO_ADDRESS)));
  }

  private static AppealReceived appealReceived() {
    return new AppealReceived(
        APPEAL,
        "portal",
        AppealKind.INITIATIVE,
        new Applicant(ApplicantType.LEGAL_ENTITY, "Иванов Иван Иванович", "ООО «Ромашка»"),
        new Addressee(HEALTH, "Сидоров П. П."),
        "Запись к врачу",
        "Невозможно записаться.\nПрошу разобраться 🙏",
        new Location("Москва, Тверская, 13", 55.7616, 37.6094),
        LocalDate.parse("2026-11-19"),
        AT,
        new SealedContact("k1", "AAECAwQFBgcICQoLDA0ODw=="),
        IdentityAssurance.ACCOUNT,
        InitiativeDirection.PUBLIC_SERVICE);
  }

  private static AppealReceived appealReceivedMinimal() {
    return new AppealReceived(
        APPEAL,
        "portal",
        AppealKind.PROPOSAL,
        new Applicant(ApplicantType.PERSON, "Иванов Иван", null),
        null,
        "Тема",
        "Текст",
        null,
        null,
        AT,
        new SealedContact("k1", "AAECAwQFBgcICQoLDA0ODw=="),
        null,
        null);
  }

  private static AppealRouted appealRouted() {
    AppealReceived received = appealReceived();
    return new AppealRouted(
        summary(3, 1, AppealStatus.ROUTED),
        received.kind(),
        received.channel(),
        received.applicant(),
        received.addressee(),
        received.subject(),
        received.text(),
        received.location(),
        received.receivedOn(),
        AT,
        new RoutingDecision(
            HEALTH,
            RoutingDecision.Rule.REDIRECT,
            "keywords-1",
            WORDS,
            List.of(
                new RoutingDecision.Candidate(HEALTH, 3.5, List.of("врач", "запись")),
                new RoutingDecision.Candidate(INNOVATION, 1, List.of())),
            new RoutingDecision.Basis(
                List.of(
                    new RoutingDecision.TopicProbability(
                        "medical-care", HEALTH, 0.75, List.of("врач", "запись"))),
                "clinics",
                INNOVATION,
                new RoutingDecision.RemitMismatch(HEALTH, 0.75))),
        new Transfer(INNOVATION, "Вопрос о поликлинике.", "Смирнов В. В.", AT),
        IdentityAssurance.ACCOUNT,
        partOf(),
        new Reopening("Ничего не сделано.", AT),
        AppealId.of("portal", "approved-example-2"),
        AppealId.of("portal", "approved-example-3"),
        received.initiativeDirection(),
        correspondence());
  }

  private static Correspondence correspondence() {
    EventId request = new EventId("0b8f1a36-7f7c-4c51-8f0a-3f5d1c9be002");
    return new Correspondence(
        List.of(
            new Exchange(Kind.CLARIFIED, AT, null, null, "Дом 5.", null, null, null),
            new Exchange(
                Kind.INFORMATION_REQUESTED,
                AT,
                INNOVATION,
                "Смирнов В. В.",
                "Сколько врачей?",
                request,
                "Департамент здравоохранения",
                Instant.parse("2026-12-05T20:59:59Z")),
            new Exchange(
                Kind.REQUEST_REPLIED,
                AT,
                INNOVATION,
                "Смирнов В. В.",
                "Два.",
                request,
                null,
                null)),
        1);
  }

  private static PartOf partOf() {
    return new PartOf(APPEAL, RegistrationNumber.of("МГД", 2026, 123), 1, "О записи к врачу.");
  }

  private static CaseCopy copy() {
    AppealReceived received = appealReceived();
    return new CaseCopy(
        partOf(),
        HEALTH,
        received.kind(),
        received.channel(),
        received.applicant(),
        received.addressee(),
        received.subject(),
        received.text(),
        received.location(),
        received.receivedOn(),
        AT,
        IdentityAssurance.ACCOUNT,
        INNOVATION,
        Instant.parse("2026-12-20T20:59:59Z"),
        WORDS,
        new Transfer(HEALTH, "В обращении два вопроса.", "Петрова А. Н.", AT),
        received.initiativeDirection(),
        correspondence());
  }

  private static CaseCopy copyMinimal() {
    AppealReceived received = appealReceivedMinimal();
    return new CaseCopy(
        partOf(),
        HEALTH,
        received.kind(),
        received.channel(),
        received.applicant(),
        null,
        received.subject(),
        received.text(),
        null,
        null,
        AT,
        null,
        null,
        Instant.parse("2026-12-20T20:59:59Z"),
        WORDS,
        new Transfer(HEALTH, "В обращении два вопроса.", "Петрова А. Н.", AT),
        null,
        null);
  }

  private static AppealRouted appealRoutedMinimal() {
    AppealReceived received = appealReceivedMinimal();
    return new AppealRouted(
        summary(1, 2, AppealStatus.ROUTED, null),
        received.kind(),
        received.channel(),
        received.applicant(),
        null,
        received.subject(),
        received.text(),
        null,
        null,
        AT,
        new RoutingDecision(
            HEALTH, RoutingDecision.Rule.ADDRESSEE, "keywords-1", WORDS, List.of(), null),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static ActionRefused refused(@Nullable Integer version, RefusalReason reason) {
    return new ActionRefused(ACTION, APPEAL, version, reason, reason.explanation());
  }

  private static CaseSummary summary(int version, int index, AppealStatus status) {
    return summary(version, index, status, HEALTH);
  }

  private static CaseSummary summary(
      int version, int index, AppealStatus status, @Nullable CommitteeId committee) {
    return new CaseSummary(
        APPEAL,
        version,
        index,
        status,
        RegistrationNumber.of("МГД", 2026, 123),
        committee,
        Instant.parse("2026-11-20T09:30:00Z"),
        Instant.parse("2026-12-20T20:59:59Z"),
        WORDS);
  }

  private static <V extends AppealEvent> Example<V> full(Topic<AppealId, V> topic, V event) {
    return example(topic, "full", event, null);
  }

  private static <V extends AppealEvent> Example<V> full(
      Topic<AppealId, V> topic, V event, String bodyDigest) {
    return example(topic, "full", event, bodyDigest);
  }

  private static <V extends AppealEvent> Example<V> minimal(Topic<AppealId, V> topic, V event) {
    return example(topic, "minimal", event, null);
  }

  private static <V extends AppealEvent> Example<V> example(
      Topic<AppealId, V> topic, String variant, V event, @Nullable String bodyDigest) {
    String trace =
        variant.equals("full") ? "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" : null;
    return new Example<>(
        topic, variant, new Envelope<>(ACTION, "/reception/example", AT, event, trace, bodyDigest));
  }

  private static CampaignAnswer campaignAnswer(@Nullable AnswerResult result) {
    return new CampaignAnswer(HEALTH, "Петрова А. Н.", "Ответ по существу.", result);
  }
}
