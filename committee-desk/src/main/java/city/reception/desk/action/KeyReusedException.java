package city.reception.desk.action;

/** The idempotency key was used before for another action on the same appeal. */
public final class KeyReusedException extends RuntimeException {

  KeyReusedException() {
    super("the idempotency key was used before for another action");
  }
}
