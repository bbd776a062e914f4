package city.reception.router.lifecycle;

/** What becomes of a deadline that falls on a day on which nobody works. 59-FZ does not say. */
public enum NonWorkingDay {
  /** It is the last working day before: the resident never waits longer than the term. */
  EARLIER,
  /** It is the first working day after. */
  LATER,
  /** It stays where it falls. */
  AS_IS
}
