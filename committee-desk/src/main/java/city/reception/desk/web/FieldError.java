package city.reception.desk.web;

/**
 * What is wrong with one field, parameter or header of a request.
 *
 * @param field its name; {@code body} for the body as a whole
 * @param code for a program
 * @param message for a person
 */
record FieldError(String field, String code, String message) {}
