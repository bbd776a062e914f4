package city.reception.events;

import java.time.Instant;

/**
 * What the city says to the resident in free text: {@code appeals.reply.v1}. Apart from the status,
 * because few may read it.
 */
public sealed interface Reply extends AppealEvent
    permits AnswerGiven,
        ExtensionExplained,
        ForwardExplained,
        SplitExplained,
        PartAnswerGiven,
        QuestionAsked,
        RefusalExplained,
        CorrespondenceEndExplained {

  /** The case after the reply. */
  CaseSummary summary();

  /** When it was given: the append time of the committee's action. */
  Instant at();

  @Override
  default AppealId appealId() {
    return summary().appealId();
  }
}
