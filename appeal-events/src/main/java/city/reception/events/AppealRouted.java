package city.reception.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An appeal is now this committee's business. Holds all that the committee needs to answer it.
 *
 * @param receivedAt when the appeal entered the log
 * @param routing why it came to this committee
 * @param transfer from whom it was redirected, when it was
 * @param identityAssurance how surely the channel knows who its senders are; null where it did not
 *     say, and for what is not electronic
 * @param part which part of which appeal it is, where it is one
 * @param reopening why the case is open again, where it is
 * @param repeatOf the earlier appeal of the same person on the same matter, where there is one
 * @param campaign the first appeal of the campaign that this one belongs to, where there is one
 * @param initiativeDirection which of the city's services an initiative is about; null where nobody
 *     said, and for every other kind
 * @param correspondence what was asked and said before; null where nothing was
 */
public record AppealRouted(
    CaseSummary summary,
    AppealKind kind,
    String channel,
    Applicant applicant,
    @Nullable Addressee addressee,
    String subject,
    String text,
    @Nullable Location location,
    @Nullable LocalDate receivedOn,
    Instant receivedAt,
    RoutingDecision routing,
    @Nullable Transfer transfer,
    @Nullable IdentityAssurance identityAssurance,
    @Nullable PartOf part,
    @Nullable Reopening reopening,
    @Nullable AppealId repeatOf,
    @Nullable AppealId campaign,
    @Nullable InitiativeDirection initiativeDirection,
    @Nullable Correspondence correspondence)
    implements CommitteeMessage {}
