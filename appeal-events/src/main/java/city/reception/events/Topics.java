package city.reception.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every topic there is. Partitions are never added later: the order of a case depends on them. */
public final class Topics {

  /** The largest record of an ordinary topic, in bytes. */
  public static final int MAX_MESSAGE_BYTES = 1_048_588;

  /** Room in a dead-letter topic for the largest record and the headers that explain it. */
  public static final int MAX_DEAD_LETTER_BYTES = 2 * MAX_MESSAGE_BYTES;

  private static final int PARTITIONS = 12;
  private static final int COMMITTEE_PARTITIONS = 3;

  private static final String ROUTED_PREFIX = "appeals.routed.";
  private static final String ACTION_PREFIX = "appeals.committee-action.";
  private static final String V1 = ".v1";
  private static final Pattern ACTION_TOPIC =
      Pattern.compile(
          Pattern.quote(ACTION_PREFIX)
              + "("
              + CommitteeId.SLUG.pattern()
              + ")"
              + Pattern.quote(V1));

  public static final EventFamily<IntakeEvent> INTAKE_EVENTS =
      new EventFamily<>(
          IntakeEvent.class,
          Map.ofEntries(
              Map.entry("city.reception.appeal-received.v1", AppealReceived.class),
              Map.entry("city.reception.withdrawal-requested.v1", WithdrawalRequested.class),
              Map.entry(
                  "city.reception.contact-erasure-requested.v1", ContactErasureRequested.class),
              Map.entry("city.reception.clarification-given.v1", ClarificationGiven.class),
              Map.entry("city.reception.answer-rated.v1", AnswerRated.class),
              Map.entry("city.reception.reopening-requested.v1", ReopeningRequested.class)));

  public static final EventFamily<CommitteeMessage> COMMITTEE_MESSAGES =
      new EventFamily<>(
          CommitteeMessage.class,
          Map.ofEntries(
              Map.entry("city.reception.appeal-routed.v1", AppealRouted.class),
              Map.entry("city.reception.committee-reminded.v1", CommitteeReminded.class),
              Map.entry("city.reception.clarification-received.v1", ClarificationReceived.class),
              Map.entry("city.reception.rating-received.v1", RatingReceived.class),
              Map.entry("city.reception.information-requested.v1", InformationRequested.class),
              Map.entry("city.reception.request-replied.v1", RequestReplied.class),
              Map.entry("city.reception.appeal-joined-campaign.v1", AppealJoinedCampaign.class)));

  public static final EventFamily<CommitteeAction> COMMITTEE_ACTIONS =
      new EventFamily<>(
          CommitteeAction.class,
          Map.ofEntries(
              Map.entry("city.reception.take-up-appeal.v1", TakeUpAppeal.class),
              Map.entry("city.reception.redirect-appeal.v1", RedirectAppeal.class),
              Map.entry("city.reception.extend-appeal.v1", ExtendAppeal.class),
              Map.entry("city.reception.answer-appeal.v1", AnswerAppeal.class),
              Map.entry("city.reception.forward-appeal.v1", ForwardAppeal.class),
              Map.entry("city.reception.split-appeal.v1", SplitAppeal.class),
              Map.entry("city.reception.ask-clarification.v1", AskClarification.class),
              Map.entry("city.reception.refuse-appeal.v1", RefuseAppeal.class),
              Map.entry("city.reception.end-correspondence.v1", EndCorrespondence.class),
              Map.entry("city.reception.request-information.v1", RequestInformation.class),
              Map.entry("city.reception.record-request-reply.v1", RecordRequestReply.class),
              Map.entry("city.reception.answer-campaign.v1", AnswerCampaign.class)));

  /** Residents' appeals and later acts. Holds sealed contacts, hence 30 days. */
  public static final Topic<AppealId, IntakeEvent> RECEIVED =
      topic("appeals.received.v1", INTAKE_EVENTS, PARTITIONS, 30, 30);

  /** What became of each action. */
  public static final Topic<AppealId, ActionOutcome> ACTION_OUTCOME =
      topic(
          "appeals.action-outcome.v1",
          new EventFamily<>(
              ActionOutcome.class,
              Map.of(
                  "city.reception.action-done.v1", ActionDone.class,
                  "city.reception.action-refused.v1", ActionRefused.class)),
          PARTITIONS,
          30,
          90);

  /** The router's signals to itself. Holds what is in parts of appeals, and answers. */
  public static final Topic<AppealId, CaseSignal> CASE_SIGNAL =
      topic(
          "appeals.case-signal.v1",
          new EventFamily<>(
              CaseSignal.class,
              Map.ofEntries(
                  Map.entry("city.reception.timer-due.v1", TimerDue.class),
                  Map.entry("city.reception.child-opened.v1", ChildOpened.class),
                  Map.entry("city.reception.child-ended.v1", ChildEnded.class),
                  Map.entry("city.reception.parent-withdrawn.v1", ParentWithdrawn.class),
                  Map.entry("city.reception.parent-extended.v1", ParentExtended.class),
                  Map.entry("city.reception.parent-clarified.v1", ParentClarified.class),
                  Map.entry("city.reception.campaign-joined.v1", CampaignJoined.class),
                  Map.entry("city.reception.campaign-answered.v1", CampaignAnswered.class),
                  Map.entry("city.reception.campaign-members-due.v1", CampaignMembersDue.class))),
          PARTITIONS,
          7,
          30);

  /** Every change of every case, without free text. */
  public static final Topic<AppealId, StatusChanged> STATUS_CHANGED =
      topic(
          "appeals.status-changed.v1",
          new EventFamily<>(
              StatusChanged.class,
              Map.ofEntries(
                  Map.entry("city.reception.case-registered.v1", CaseRegistered.class),
                  Map.entry("city.reception.case-routed.v1", CaseRouted.class),
                  Map.entry("city.reception.case-taken-up.v1", CaseTakenUp.class),
                  Map.entry("city.reception.case-redirected.v1", CaseRedirected.class),
                  Map.entry("city.reception.case-extended.v1", CaseExtended.class),
                  Map.entry("city.reception.case-answered.v1", CaseAnswered.class),
                  Map.entry("city.reception.case-withdrawn.v1", CaseWithdrawn.class),
                  Map.entry("city.reception.case-forwarded.v1", CaseForwarded.class),
                  Map.entry("city.reception.case-split.v1", CaseSplit.class),
                  Map.entry("city.reception.case-part-ended.v1", CasePartEnded.class),
                  Map.entry(
                      "city.reception.case-clarification-asked.v1", CaseClarificationAsked.class),
                  Map.entry("city.reception.case-clarified.v1", CaseClarified.class),
                  Map.entry("city.reception.case-refused.v1", CaseRefused.class),
                  Map.entry(
                      "city.reception.case-correspondence-ended.v1", CaseCorrespondenceEnded.class),
                  Map.entry("city.reception.case-rated.v1", CaseRated.class),
                  Map.entry("city.reception.case-reopened.v1", CaseReopened.class),
                  Map.entry(
                      "city.reception.case-information-requested.v1",
                      CaseInformationRequested.class),
                  Map.entry("city.reception.case-request-replied.v1", CaseRequestReplied.class))),
          PARTITIONS,
          90,
          90);

  /** Answers to residents, and why a term was extended. */
  public static final Topic<AppealId, Reply> REPLY =
      topic(
          "appeals.reply.v1",
          new EventFamily<>(
              Reply.class,
              Map.ofEntries(
                  Map.entry("city.reception.answer-given.v1", AnswerGiven.class),
                  Map.entry("city.reception.extension-explained.v1", ExtensionExplained.class),
                  Map.entry("city.reception.forward-explained.v1", ForwardExplained.class),
                  Map.entry("city.reception.split-explained.v1", SplitExplained.class),
                  Map.entry("city.reception.part-answer-given.v1", PartAnswerGiven.class),
                  Map.entry("city.reception.question-asked.v1", QuestionAsked.class),
                  Map.entry("city.reception.refusal-explained.v1", RefusalExplained.class),
                  Map.entry(
                      "city.reception.correspondence-end-explained.v1",
                      CorrespondenceEndExplained.class))),
          PARTITIONS,
          30,
          30);

  /** What became of each notice. */
  public static final Topic<AppealId, NoticeDelivery> NOTICE_DELIVERY =
      topic(
          "notifications.delivery.v1",
          new EventFamily<>(
              NoticeDelivery.class,
              Map.of(
                  "city.reception.notice-sent.v1", NoticeSent.class,
                  "city.reception.notice-failed.v1", NoticeFailed.class,
                  "city.reception.notice-outcome-unknown.v1", NoticeOutcomeUnknown.class,
                  "city.reception.notice-suppressed.v1", NoticeSuppressed.class)),
          PARTITIONS,
          90,
          90);

  private Topics() {}

  /** The appeals routed to one committee. */
  public static Topic<AppealId, CommitteeMessage> routed(CommitteeId committee) {
    return topic(ROUTED_PREFIX + committee + V1, COMMITTEE_MESSAGES, COMMITTEE_PARTITIONS, 90, 90);
  }

  /** What one committee does. Holds answers, hence 30 days, its dead letters too. */
  public static Topic<AppealId, CommitteeAction> committeeAction(CommitteeId committee) {
    return topic(ACTION_PREFIX + committee + V1, COMMITTEE_ACTIONS, COMMITTEE_PARTITIONS, 30, 30);
  }

  /** The committee whose actions the named topic carries, if it is such a topic. */
  public static Optional<CommitteeId> actingCommittee(String topicName) {
    Matcher matcher = ACTION_TOPIC.matcher(topicName);
    return matcher.matches() ? Optional.of(new CommitteeId(matcher.group(1))) : Optional.empty();
  }

  /** Every topic of an installation with the given committees. */
  public static List<Topic<AppealId, ?>> all(Collection<CommitteeId> committees) {
    List<Topic<AppealId, ?>> all =
        new ArrayList<>(
            List.of(RECEIVED, ACTION_OUTCOME, CASE_SIGNAL, STATUS_CHANGED, REPLY, NOTICE_DELIVERY));
    for (CommitteeId committee : committees) {
      all.add(routed(committee));
      all.add(committeeAction(committee));
    }
    return all;
  }

  private static <V extends AppealEvent> Topic<AppealId, V> topic(
      String name, EventFamily<V> family, int partitions, int days, int deadLetterDays) {
    return new Topic<>(
        AppealId.class,
        family,
        new Topic.Declaration(name, partitions, Duration.ofDays(days), MAX_MESSAGE_BYTES),
        new Topic.Declaration(
            name + Topic.DEAD_LETTER_SUFFIX,
            1,
            Duration.ofDays(deadLetterDays),
            MAX_DEAD_LETTER_BYTES));
  }
}
