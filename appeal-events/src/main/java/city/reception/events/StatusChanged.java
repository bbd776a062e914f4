package city.reception.events;

import java.time.Instant;

/**
 * A case moved on: {@code appeals.status-changed.v1}. Carries no free text of anybody's, so that
 * the topic can be opened to any service of the city.
 */
public sealed interface StatusChanged extends AppealEvent
    permits CaseRegistered,
        CaseRouted,
        CaseTakenUp,
        CaseRedirected,
        CaseExtended,
        CaseAnswered,
        CaseWithdrawn,
        CaseForwarded,
        CaseSplit,
        CasePartEnded,
        CaseClarificationAsked,
        CaseClarified,
        CaseRefused,
        CaseCorrespondenceEnded,
        CaseRated,
        CaseReopened,
        CaseInformationRequested,
        CaseRequestReplied {

  /** The case after the change. */
  CaseSummary summary();

  /** When it changed: the append time of the record that changed it. */
  Instant at();

  @Override
  default AppealId appealId() {
    return summary().appealId();
  }
}
