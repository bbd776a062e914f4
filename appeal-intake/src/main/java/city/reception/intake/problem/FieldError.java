package city.reception.intake.problem;

import city.reception.events.LocalizedText;

/**
 * One field or header that is wrong.
 *
 * @param field the path of the field ({@code contact.email}), the name of the header, or {@code
 *     body}
 * @param code what is wrong, for a program
 * @param message what is wrong, for a person; quotes nothing of the value
 */
public record FieldError(String field, String code, LocalizedText message) {}
