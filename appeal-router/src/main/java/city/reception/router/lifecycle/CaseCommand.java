package city.reception.router.lifecycle;

import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CaseCopy;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalGround;
import city.reception.events.RegistrationNumber;
import city.reception.events.RoutingDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a case. Everything that a decision needs is inside, time included: {@code
 * at} is the append time of the record that asked.
 */
public sealed interface CaseCommand {

  /** The append time of the record that asked. */
  Instant at();

  /**
   * Enter the appeal in the registry and give it to a committee.
   *
   * @param number the number set aside for it
   * @param bodyDigest tells this submission from another one under the same key
   * @param ties to what else it is tied
   */
  record Register(
      RegistrationNumber number,
      AppealContent content,
      String bodyDigest,
      RoutingDecision route,
      Ties ties,
      Instant at)
      implements CaseCommand {}

  /** What a resident asks of a registered case. */
  sealed interface OfResident extends CaseCommand {}

  /** The resident takes the appeal back. */
  record Withdraw(@Nullable String reason, Instant at) implements OfResident {}

  /** The resident adds to the appeal, asked or unasked. */
  record Clarify(String text, Instant at) implements OfResident {}

  /** The resident says how good the answer was. */
  record Rate(int score, @Nullable String comment, Instant at) implements OfResident {}

  /** The resident is not content with the answer. */
  record Reopen(String reason, Instant at) implements OfResident {}

  /** What a committee asks. */
  sealed interface OfCommittee extends CaseCommand {

    /** Who asks, as the topic of the request says. */
    CommitteeId by();

    /** The version that the actor saw. */
    int expectedVersion();

    /** The person who acts. */
    String actor();
  }

  /** A committee begins to work on it. */
  record TakeUp(CommitteeId by, int expectedVersion, String actor, Instant at)
      implements OfCommittee {}

  /** A committee passes it on. */
  record Redirect(
      CommitteeId by,
      int expectedVersion,
      String actor,
      CommitteeId to,
      boolean toExists,
      String reason,
      Instant at)
      implements OfCommittee {}

  /** A committee extends the term by {@code days}. */
  record Extend(
      CommitteeId by, int expectedVersion, String actor, int days, String reason, Instant at)
      implements OfCommittee {}

  /** A committee answers it. */
  record Answer(
      CommitteeId by,
      int expectedVersion,
      String actor,
      String text,
      @Nullable AnswerResult result,
      Instant at)
      implements OfCommittee {}

  /** A committee answers it, and with it the campaign that it leads. */
  record AnswerCampaign(
      CommitteeId by,
      int expectedVersion,
      String actor,
      String text,
      @Nullable AnswerResult result,
      Instant at)
      implements OfCommittee {}

  /** A committee forwards it to a body outside. */
  record Forward(
      CommitteeId by, int expectedVersion, String actor, String toBody, String reason, Instant at)
      implements OfCommittee {}

  /** A committee splits it. */
  record Split(
      CommitteeId by,
      int expectedVersion,
      String actor,
      List<NewPart> parts,
      String reason,
      Instant at)
      implements OfCommittee {

    /**
     * One of the parts.
     *
     * @param id the case that it is to become
     */
    public record NewPart(
        AppealId id, CommitteeId committee, boolean committeeExists, String question) {}

    public Split {
      parts = List.copyOf(parts);
    }
  }

  /** A committee asks the resident what they mean. */
  record AskClarification(
      CommitteeId by, int expectedVersion, String actor, String question, Instant at)
      implements OfCommittee {}

  /** A committee ends it without an answer on the substance. */
  record Refuse(
      CommitteeId by,
      int expectedVersion,
      String actor,
      RefusalGround ground,
      @Nullable String text,
      @Nullable String publishedAt,
      Instant at)
      implements OfCommittee {}

  /** A committee ends the correspondence. */
  record EndCorrespondence(
      CommitteeId by, int expectedVersion, String actor, String reason, Instant at)
      implements OfCommittee {}

  /** A deputy has asked a body for information. */
  record RequestInformation(
      CommitteeId by,
      int expectedVersion,
      String actor,
      EventId request,
      String body,
      String question,
      Instant at)
      implements OfCommittee {}

  /** A body has replied to a request. */
  record RecordRequestReply(
      CommitteeId by, int expectedVersion, String actor, EventId request, String text, Instant at)
      implements OfCommittee {}

  /** The time of a timer of the deadline has come. */
  record RaiseTimer(CaseTimer timer, int generation, Instant at) implements CaseCommand {}

  /** The time by which a body was to reply has come. */
  record RaiseRequest(int generation, Instant at) implements CaseCommand {}

  /** What an appeal that was split says to the case that one of its parts is. */
  sealed interface OfParent extends CaseCommand {

    /** The number set aside for it, if it is not registered yet. */
    RegistrationNumber number();

    /** All that the case consists of. */
    CaseCopy copy();
  }

  /** A part becomes a case. */
  record OpenPart(RegistrationNumber number, CaseCopy copy, Instant at) implements OfParent {}

  /** The whole was withdrawn. */
  record WithdrawPart(RegistrationNumber number, CaseCopy copy, Instant at) implements OfParent {}

  /** The term of the whole was extended. */
  record ExtendPart(
      RegistrationNumber number, CaseCopy copy, int days, String reason, String actor, Instant at)
      implements OfParent {}

  /** The resident added to the whole. */
  record ClarifyPart(RegistrationNumber number, CaseCopy copy, String text, Instant at)
      implements OfParent {}

  /** What a campaign says to an appeal that is part of it. */
  sealed interface OfCampaign extends CaseCommand {}

  /** It is part of a campaign. */
  record JoinCampaign(AppealId campaign, Instant at) implements OfCampaign {}

  /** A committee has answered the campaign. */
  record AnswerMember(
      CommitteeId by, String actor, String text, @Nullable AnswerResult result, Instant at)
      implements OfCampaign {}

  /** A part has ended, as its case says to the appeal that was split. */
  record EndPart(
      AppealId part,
      CommitteeId committee,
      AppealStatus outcome,
      @Nullable AnswerResult result,
      @Nullable LocalizedText explanation,
      @Nullable String text,
      @Nullable String publishedAt,
      String actor,
      Instant at)
      implements CaseCommand {}
}
