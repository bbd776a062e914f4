package city.reception.events;

/**
 * Which part of which appeal a case is.
 *
 * @param parent the appeal that was split
 * @param parentNumber its registration number
 * @param number the part's place among the parts, from 1
 * @param question what this part is about, in the words of whoever split the appeal
 */
public record PartOf(
    AppealId parent, RegistrationNumber parentNumber, int number, String question) {}
