package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * The resident who wrote, as the committee sees them. Ways of contact are not here: they travel
 * sealed.
 *
 * @param name surname, name and patronymic; for a legal entity or a group, of whoever writes for it
 * @param organisation the legal entity or the group, where there is one
 */
public record Applicant(ApplicantType type, String name, @Nullable String organisation) {}
