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
    @Nullable Transfer transfer)
    implements CommitteeMessage {}
