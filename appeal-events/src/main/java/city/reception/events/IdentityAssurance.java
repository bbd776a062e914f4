package city.reception.events;

/**
 * How surely a channel knows who its senders are. Since 30 March 2025 an electronic appeal comes
 * through a system that identifies or authenticates the citizen (Federal Law 547-FZ).
 */
public enum IdentityAssurance {
  /** Nobody checks. */
  NONE,
  /** The sender showed that the e-mail address is theirs. */
  EMAIL_CONFIRMED,
  /** The sender is logged in to an account of an official site or system. */
  ACCOUNT,
  /** The sender's identity was verified, as by the state services portal. */
  VERIFIED;

  /** Whether the sender is identified or authenticated, as the law asks of an electronic appeal. */
  public boolean isIdentified() {
    return compareTo(ACCOUNT) >= 0;
  }
}
