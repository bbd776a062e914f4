package city.reception.notifications.delivery;

/** Where a notice is on its way. */
public enum NoticeState {
  /** To be sent, or waiting for what it needs. */
  PLANNED,
  /** Being sent. Written before the dialogue with the mail server begins. */
  SENDING,
  /** The mail server took it over. */
  SENT,
  /** Refused for good, or given up. */
  FAILED,
  /** It may or may not have gone; a person settles it. */
  UNKNOWN,
  /** Not sent, on purpose. */
  SUPPRESSED
}
