package city.reception.events;

/**
 * The appeal that this case is a part of was withdrawn. May overtake {@link ChildOpened}, and so
 * bears all that it does.
 *
 * @param appealId the part's case
 * @param copy what that case consists of
 */
public record ParentWithdrawn(AppealId appealId, CaseCopy copy) implements CaseSignal {}
