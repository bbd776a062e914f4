package city.reception.desk.web;

/** There is nothing under the address. The message says what there is not. */
final class NotFoundException extends RuntimeException {

  NotFoundException(String message) {
    super(message);
  }
}
