package city.reception.events;

/** Which of the city's services an {@link AppealKind#INITIATIVE initiative} is about. */
public enum InitiativeDirection {
  /** Личный кабинет: the account in which a resident meets the city's services. */
  PERSONAL_ACCOUNT,
  /** Новый сервис: one that the city does not have yet. */
  NEW_SERVICE,
  /** Услуга для физических или юридических лиц: one that the city has. */
  PUBLIC_SERVICE
}
