package city.reception.events;

/**
 * A part of a split appeal.
 *
 * @param number its place among the parts, from 1
 * @param appealId the case that it became
 * @param committee the committee that it is with
 * @param question what it is about
 */
public record CasePart(int number, AppealId appealId, CommitteeId committee, String question) {}
