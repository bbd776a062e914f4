package city.reception.notifications.delivery;

/** Publishes outcomes after they are committed. */
public interface Announcer {

  /** Says that there is an outcome to publish. A hint only: it would be found without. */
  void wake();
}
