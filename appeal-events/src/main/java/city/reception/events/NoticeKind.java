package city.reception.events;

/** What a notice tells the resident. */
public enum NoticeKind {
  REGISTERED,
  ROUTED,
  /** One notice where registration and routing come together. */
  REGISTERED_AND_ROUTED,
  REDIRECTED,
  EXTENDED,
  ANSWERED,
  FORWARDED,
  SPLIT,
  /** A part of a split appeal has ended, most often with an answer. */
  PART_ANSWERED,
  CLARIFICATION_ASKED,
  REFUSED,
  CORRESPONDENCE_ENDED,
  REOPENED
}
