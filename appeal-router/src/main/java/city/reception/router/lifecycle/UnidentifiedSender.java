package city.reception.router.lifecycle;

/** What becomes of an electronic appeal whose sender nobody identified (547-FZ). */
public enum UnidentifiedSender {
  /** It is handled like any other; the committee sees how sure the channel is. */
  NOTE,
  /** The reception's clerks decide first. */
  RECEPTION
}
