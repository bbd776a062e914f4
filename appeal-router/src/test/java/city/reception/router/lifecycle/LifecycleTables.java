package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.DIGEST;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.anAppeal;

import city.reception.events.RefusalGround;
import city.reception.router.lifecycle.Decision.TimerChange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What follows from every command in every state, and where every event leads, as data. */
final class LifecycleTables {

  /**
   * The events that follow when the holder, who saw the latest version, asks; a refusal in
   * capitals; {@code +} and {@code -}: a timer is set, or is over. Every case here is a repeat, and
   * a deputy's request awaits its reply; of a split one's two parts one has ended.
   */
  static final String OUTCOMES =
      """
      command            | Unregistered                | Unrouted       | Routed                | TakenUp               | ClarificationAsked    | Split                       | Answered         | Withdrawn         | Forwarded         | Refused         | CorrespondenceEnded
      Register           | Registered Routed +         | nothing        | nothing               | nothing               | nothing               | nothing                     | nothing          | nothing           | nothing           | nothing         | nothing
      Withdraw           | UNKNOWN_APPEAL              | Withdrawn -    | Withdrawn -           | Withdrawn -           | Withdrawn -           | Withdrawn -                 | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Clarify            | UNKNOWN_APPEAL              | Clarified      | Clarified             | Clarified             | Clarified             | Clarified                   | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Rate               | UNKNOWN_APPEAL              | NOT_ANSWERED   | NOT_ANSWERED          | NOT_ANSWERED          | NOT_ANSWERED          | NOT_ANSWERED                | Rated            | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Reopen             | UNKNOWN_APPEAL              | NOT_ANSWERED   | NOT_ANSWERED          | NOT_ANSWERED          | NOT_ANSWERED          | NOT_ANSWERED                | Reopened +       | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      TakeUp             | UNKNOWN_APPEAL              | NOT_THE_HOLDER | TakenUp               | ALREADY_TAKEN_UP      | ALREADY_TAKEN_UP      | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Redirect           | UNKNOWN_APPEAL              | NOT_THE_HOLDER | Redirected            | Redirected            | Redirected            | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Extend             | UNKNOWN_APPEAL              | NOT_THE_HOLDER | Extended - +          | Extended - +          | Extended - +          | Extended - +                | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Answer             | UNKNOWN_APPEAL              | NOT_THE_HOLDER | Answered -            | Answered -            | Answered -            | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      AnswerCampaign     | UNKNOWN_APPEAL              | NOT_THE_HOLDER | NOT_IN_A_CAMPAIGN     | NOT_IN_A_CAMPAIGN     | NOT_IN_A_CAMPAIGN     | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Forward            | UNKNOWN_APPEAL              | NOT_THE_HOLDER | Forwarded -           | Forwarded -           | Forwarded -           | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Split              | UNKNOWN_APPEAL              | NOT_THE_HOLDER | Split                 | Split                 | Split                 | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      AskClarification   | UNKNOWN_APPEAL              | NOT_THE_HOLDER | ClarificationAsked    | ClarificationAsked    | ClarificationAsked    | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      Refuse             | UNKNOWN_APPEAL              | NOT_THE_HOLDER | Refused -             | Refused -             | Refused -             | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      EndCorrespondence  | UNKNOWN_APPEAL              | NOT_THE_HOLDER | CorrespondenceEnded - | CorrespondenceEnded - | CorrespondenceEnded - | IS_SPLIT                    | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      RequestInformation | UNKNOWN_APPEAL              | NOT_THE_HOLDER | InformationRequested  | InformationRequested  | InformationRequested  | InformationRequested        | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      RecordRequestReply | UNKNOWN_APPEAL              | NOT_THE_HOLDER | RequestReplied -      | RequestReplied -      | RequestReplied -      | RequestReplied -            | ALREADY_ANSWERED | ALREADY_WITHDRAWN | ALREADY_FORWARDED | ALREADY_REFUSED | CORRESPONDENCE_ENDED
      RaiseTimer         | -                           | Reminded - +   | Reminded - +          | Reminded - +          | Reminded - +          | Reminded - +                | -                | -                 | -                 | -               | -
      RaiseRequest       | -                           | -              | RequestOverdue -      | RequestOverdue -      | RequestOverdue -      | RequestOverdue -            | -                | -                 | -                 | -               | -
      OpenPart           | Registered Routed +         | nothing        | nothing               | nothing               | nothing               | nothing                     | nothing          | nothing           | nothing           | nothing         | nothing
      WithdrawPart       | Registered Routed Withdrawn | Withdrawn -    | Withdrawn -           | Withdrawn -           | Withdrawn -           | Withdrawn -                 | nothing          | nothing           | nothing           | nothing         | nothing
      ExtendPart         | Registered Routed +         | Extended - +   | Extended - +          | Extended - +          | Extended - +          | Extended - +                | nothing          | nothing           | nothing           | nothing         | nothing
      ClarifyPart        | Registered Routed +         | Clarified      | Clarified             | Clarified             | Clarified             | Clarified                   | nothing          | nothing           | nothing           | nothing         | nothing
      EndPart            | UNKNOWN_APPEAL              | UNKNOWN_PART   | UNKNOWN_PART          | UNKNOWN_PART          | UNKNOWN_PART          | PartEnded AnsweredInParts - | nothing          | nothing           | nothing           | nothing         | nothing
      JoinCampaign       | nothing                     | nothing        | JoinedCampaign        | JoinedCampaign        | JoinedCampaign        | JoinedCampaign              | JoinedCampaign   | JoinedCampaign    | JoinedCampaign    | JoinedCampaign  | JoinedCampaign
      AnswerMember       | nothing                     | nothing        | Answered -            | Answered -            | Answered -            | nothing                     | nothing          | nothing           | nothing           | nothing         | nothing
      """;

  /** The state after each event, in the states in which it can happen. */
  static final String TRANSITIONS =
      """
      event                | Unregistered | Unrouted  | Routed              | TakenUp             | ClarificationAsked  | Split     | Answered | Withdrawn | Forwarded | Refused | CorrespondenceEnded
      Registered           | Unrouted     |           |                     |                     |                     |           |          |           |           |         |
      Routed               |              | Routed    |                     |                     |                     |           |          |           |           |         |
      TakenUp              |              |           | TakenUp             |                     |                     |           |          |           |           |         |
      Redirected           |              |           | Routed              | Routed              | Routed              |           |          |           |           |         |
      Extended             |              | Unrouted  | Routed              | TakenUp             | ClarificationAsked  | Split     |          |           |           |         |
      Answered             |              |           | Answered            | Answered            | Answered            |           |          |           |           |         |
      AnsweredInParts      |              |           |                     |                     |                     | Answered  |          |           |           |         |
      Withdrawn            |              | Withdrawn | Withdrawn           | Withdrawn           | Withdrawn           | Withdrawn |          |           |           |         |
      Forwarded            |              |           | Forwarded           | Forwarded           | Forwarded           |           |          |           |           |         |
      Split                |              |           | Split               | Split               | Split               |           |          |           |           |         |
      PartEnded            |              |           |                     |                     |                     | Split     |          |           |           |         |
      ClarificationAsked   |              |           | ClarificationAsked  | ClarificationAsked  | ClarificationAsked  |           |          |           |           |         |
      Clarified            |              | Unrouted  | Routed              | TakenUp             | TakenUp             | Split     |          |           |           |         |
      Refused              |              |           | Refused             | Refused             | Refused             |           |          |           |           |         |
      CorrespondenceEnded  |              |           | CorrespondenceEnded | CorrespondenceEnded | CorrespondenceEnded |           |          |           |           |         |
      Rated                |              |           |                     |                     |                     |           | Answered |           |           |         |
      Reopened             |              |           |                     |                     |                     |           | Routed   |           |           |         |
      InformationRequested |              |           | Routed              | TakenUp             | ClarificationAsked  | Split     |          |           |           |         |
      RequestReplied       |              |           | Routed              | TakenUp             | ClarificationAsked  | Split     |          |           |           |         |
      RequestOverdue       |              |           | Routed              | TakenUp             | ClarificationAsked  | Split     |          |           |           |         |
      JoinedCampaign       |              |           | Routed              | TakenUp             | ClarificationAsked  | Split     | Answered | Withdrawn | Forwarded | Refused | CorrespondenceEnded
      Reminded             |              | Unrouted  | Routed              | TakenUp             | ClarificationAsked  | Split     |          |           |           |         |
      """;

  static final Map<String, Supplier<CaseStory>> STATES = new LinkedHashMap<>();
  static final Map<String, Function<CaseStory, CaseCommand>> COMMANDS = new LinkedHashMap<>();

  static {
    STATES.put("Unregistered", CaseStory::anAppeal);
    STATES.put("Unrouted", () -> anAppeal().registeredAndNotYetRouted());
    STATES.put("Routed", LifecycleTables::routed);
    STATES.put("TakenUp", () -> routed().takenUp());
    STATES.put("ClarificationAsked", () -> routed().asked());
    STATES.put("Split", () -> routed().split().partEnded(1));
    STATES.put("Answered", () -> routed().takenUp().answered());
    STATES.put("Withdrawn", () -> routed().withdrawn());
    STATES.put("Forwarded", () -> routed().forwarded());
    STATES.put("Refused", () -> routed().refused());
    STATES.put("CorrespondenceEnded", () -> routed().correspondenceEnded());

    COMMANDS.put("Register", story -> story.register(DIGEST));
    COMMANDS.put("Withdraw", CaseStory::withdraw);
    COMMANDS.put("Clarify", CaseStory::clarify);
    COMMANDS.put("Rate", CaseStory::rate);
    COMMANDS.put("Reopen", CaseStory::reopen);
    COMMANDS.put("TakeUp", CaseStory::takeUp);
    COMMANDS.put("Redirect", story -> story.redirectTo(HEALTH));
    COMMANDS.put("Extend", story -> story.extend(30));
    COMMANDS.put("Answer", CaseStory::answer);
    COMMANDS.put("AnswerCampaign", CaseStory::answerCampaign);
    COMMANDS.put("Forward", CaseStory::forward);
    COMMANDS.put("Split", story -> story.splitAmong(HEALTH, CULTURE));
    COMMANDS.put("AskClarification", CaseStory::askClarification);
    COMMANDS.put("Refuse", story -> story.refuse(RefusalGround.OBSCENE_OR_THREATENING));
    COMMANDS.put("EndCorrespondence", CaseStory::endCorrespondence);
    COMMANDS.put("RequestInformation", CaseStory::requestInformation);
    COMMANDS.put("RecordRequestReply", CaseStory::recordReply);
    COMMANDS.put("RaiseTimer", CaseStory::remind);
    COMMANDS.put("RaiseRequest", CaseStory::raiseRequest);
    COMMANDS.put("OpenPart", CaseStory::openPart);
    COMMANDS.put("WithdrawPart", CaseStory::withdrawPart);
    COMMANDS.put("ExtendPart", CaseStory::extendPart);
    COMMANDS.put("ClarifyPart", CaseStory::clarifyPart);
    COMMANDS.put("JoinCampaign", CaseStory::joinCampaign);
    COMMANDS.put("AnswerMember", CaseStory::answerMember);
    COMMANDS.put("EndPart", story -> story.endPart(2));
  }

  private LifecycleTables() {}

  record Cell(String row, String column, String content) {
    @Override
    public String toString() {
      return row + " and " + column + ": " + (content.isEmpty() ? "cannot be" : content);
    }
  }

  private static CaseStory routed() {
    return anAppeal().registeredAsARepeat().informationRequested();
  }

  static CaseStory given(String state) {
    return Objects.requireNonNull(STATES.get(state), state).get();
  }

  static Function<CaseStory, CaseCommand> command(String name) {
    return Objects.requireNonNull(COMMANDS.get(name), name);
  }

  static String inWords(Decision decision) {
    return switch (decision) {
      case Decision.Refused refused -> refused.reason().name();
      case Decision.Accepted accepted -> {
        String words =
            Stream.concat(
                    accepted.events().stream().map(event -> event.getClass().getSimpleName()),
                    accepted.timers().stream().map(LifecycleTables::inWords).distinct())
                .collect(Collectors.joining(" "));
        yield words.isEmpty() ? "nothing" : words;
      }
    };
  }

  private static String inWords(TimerChange change) {
    return switch (change) {
      case TimerChange.Set set -> "+";
      case TimerChange.Cancel cancel -> "-";
    };
  }

  static Stream<CaseEvent> eventsOf(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted.events().stream();
      case Decision.Refused refused -> Stream.of();
    };
  }

  static List<String> rows(String table) {
    return table.lines().skip(1).map(line -> split(line).getFirst()).toList();
  }

  static List<String> columns(String table) {
    return split(table.lines().findFirst().orElseThrow()).stream().skip(1).toList();
  }

  static Stream<Cell> cells(String table) {
    List<String> columns = columns(table);
    return table
        .lines()
        .skip(1)
        .map(LifecycleTables::split)
        .flatMap(line ->
            IntStream.range(0, columns.size())
                .mapToObj(at -> new Cell(line.getFirst(), columns.get(at), line.get(at + 1))));
  }

  private static List<String> split(String line) {
    return Arrays.stream((line + " ").split("\\|", -1)).map(String::strip).toList();
  }
}
