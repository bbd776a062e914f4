package city.reception.classifier;

import java.io.IOException;

/** The file is no model, or a damaged one; the message says what is wrong with it. */
public final class InvalidModelException extends IOException {

  InvalidModelException(String message) {
    super(message);
  }
}
