package city.reception.desk.web;

/** The body is larger than any action is. */
final class BodyTooLargeException extends RuntimeException {

  BodyTooLargeException() {
    super("the body is too large");
  }
}
