package city.reception.events;

/**
 * The resident added to the appeal that this case is a part of. May overtake {@link ChildOpened},
 * and so bears all that it does, with what was said until now.
 *
 * @param appealId the part's case
 * @param text the resident's words
 * @param copy what that case consists of
 */
public record ParentClarified(AppealId appealId, String text, CaseCopy copy)
    implements CaseSignal {}
