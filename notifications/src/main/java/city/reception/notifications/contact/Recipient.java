package city.reception.notifications.contact;

import city.reception.events.SealedContact;
import org.jspecify.annotations.Nullable;

/** Whether the resident behind an appeal can be reached. */
public sealed interface Recipient {

  /** By what is in this box. */
  record Known(SealedContact contact) implements Recipient {}

  /** Not yet: the contact of the registered submission has not arrived. */
  record Awaited() implements Recipient {}

  /** Never again: the contact was erased. */
  record Erased() implements Recipient {}

  /**
   * What the rows say.
   *
   * @param contact of the submission that was registered, if it is there
   */
  static Recipient of(boolean erased, @Nullable SealedContact contact) {
    if (erased) {
      return new Erased();
    }
    return contact == null ? new Awaited() : new Known(contact);
  }
}
