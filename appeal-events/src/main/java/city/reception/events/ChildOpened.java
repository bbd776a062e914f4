package city.reception.events;

/**
 * A part of a split appeal is to become a case of its own.
 *
 * @param appealId the case that it becomes
 * @param copy what that case consists of
 */
public record ChildOpened(AppealId appealId, CaseCopy copy) implements CaseSignal {}
