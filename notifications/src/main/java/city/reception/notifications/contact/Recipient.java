package city.reception.notifications.contact;

import city.reception.events.SealedContact;

/** Whether the resident behind an appeal can be reached. */
public sealed interface Recipient {

  /** By what is in this box. */
  record Known(SealedContact contact) implements Recipient {}

  /** Not yet: the contact of the registered submission has not arrived. */
  record Awaited() implements Recipient {}

  /** Never again: the contact was erased. */
  record Erased() implements Recipient {}
}
