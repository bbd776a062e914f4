package city.reception.events;

/**
 * The term of the appeal that this case is a part of was extended. May overtake {@link
 * ChildOpened}, and so bears all that it does, with the new deadline.
 *
 * @param appealId the part's case
 * @param days by how many days
 * @param reason why
 * @param extendedBy who decided it
 * @param copy what that case consists of
 */
public record ParentExtended(
    AppealId appealId, int days, String reason, String extendedBy, CaseCopy copy)
    implements CaseSignal {}
