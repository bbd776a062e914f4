package city.reception.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that a part of a split appeal needs to become a case of its own.
 *
 * @param part which part it is
 * @param committee the committee that it is for
 * @param receivedAt when the appeal entered the log
 * @param complaintAbout the committee that the resident complained of, where there is one
 * @param dueAt by when it must be answered: the deadline of the whole
 * @param split who split the appeal, and why
 * @param initiativeDirection which of the city's services an initiative is about; null where nobody
 *     said, and for every other kind
 * @param correspondence what was asked and said in the whole until now; null where nothing was
 */
public record CaseCopy(
    PartOf part,
    CommitteeId committee,
    AppealKind kind,
    String channel,
    Applicant applicant,
    @Nullable Addressee addressee,
    String subject,
    String text,
    @Nullable Location location,
    @Nullable LocalDate receivedOn,
    Instant receivedAt,
    @Nullable IdentityAssurance identityAssurance,
    @Nullable CommitteeId complaintAbout,
    Instant dueAt,
    LocalizedText dueAtExplanation,
    Transfer split,
    @Nullable InitiativeDirection initiativeDirection,
    @Nullable Correspondence correspondence) {}
