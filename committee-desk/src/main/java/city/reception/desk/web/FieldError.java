package city.reception.desk.web;

import city.reception.events.LocalizedText;

/**
 * What is wrong with one field, parameter or header of a request.
 *
 * @param field its name; {@code body} for the body as a whole
 * @param code for a program
 * @param message for a person; quotes nothing of the value
 */
record FieldError(String field, String code, LocalizedText message) {

  static FieldError of(String field, String code, String en, String ru) {
    return new FieldError(field, code, new LocalizedText(ru, en));
  }
}
