package city.reception.events;

/** What a resident asks for: Federal Law 59-FZ, article 4, and the city's own initiatives. */
public enum AppealKind {
  /** Предложение: how a law or the work of a body could be better. */
  PROPOSAL,
  /** Заявление: a request to help in exercising a right, or a report of a shortcoming. */
  APPLICATION,
  /** Жалоба: a request to restore a violated right or interest. */
  COMPLAINT,
  /** Инициатива: an idea for the city's services. */
  INITIATIVE
}
