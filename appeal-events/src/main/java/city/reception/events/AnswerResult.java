package city.reception.events;

/** What an answer comes to, for the statistics. */
public enum AnswerResult {
  /** What was asked for was done or will be. */
  SATISFIED,
  /** What was asked for was explained. */
  EXPLAINED,
  /** What was asked for was declined, with the reasons. */
  DECLINED
}
