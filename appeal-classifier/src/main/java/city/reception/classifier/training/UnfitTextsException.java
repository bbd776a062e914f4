package city.reception.classifier.training;

/** No model can be made of these texts; the message says why, and where. */
public final class UnfitTextsException extends Exception {

  UnfitTextsException(String message) {
    super(message);
  }
}
