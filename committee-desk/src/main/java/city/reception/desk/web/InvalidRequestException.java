package city.reception.desk.web;

import java.util.List;

/** A request with bad fields: all of them. */
final class InvalidRequestException extends RuntimeException {

  private final List<FieldError> errors;

  InvalidRequestException(List<FieldError> errors) {
    super("the request is not valid");
    this.errors = List.copyOf(errors);
  }

  List<FieldError> errors() {
    return errors;
  }
}
