package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/**
 * The law as it stands from a day on. A case keeps, for its whole life, the rules that were in
 * force when it was registered; an amendment is another set.
 *
 * @param id its name in the journals of its cases; never given to another set
 * @param inForceFrom the first day on which cases are registered under it
 * @param onNonWorkingDay what becomes of a deadline that falls on a day off
 * @param reminders of what the committee is reminded, in the order of time; of an overdue answer
 *     always
 * @param redirectLimit how often committees may pass a case on before the reception's clerks decide
 * @param answer within how many days from registration an answer is due
 * @param extension by how many days at most that is extended, once
 */
public record RuleSet(
    String id,
    LocalDate inForceFrom,
    NonWorkingDay onNonWorkingDay,
    List<CaseTimer> reminders,
    int redirectLimit,
    Term answer,
    Term extension) {

  public RuleSet {
    if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
      throw new IllegalArgumentException(
          "the id of a rule set has 1 to 64 of a-z, 0-9, '.' and '-': " + id);
    }
    if (!reminders.contains(CaseTimer.ANSWER_OVERDUE)) {
      throw new IllegalArgumentException(
          id + ": reminders lack ANSWER_OVERDUE: an answer could be late and nobody told");
    }
    if (redirectLimit < 1) {
      throw new IllegalArgumentException(id + ": the redirect limit is at least 1");
    }
    reminders = List.copyOf(EnumSet.copyOf(reminders));
  }
}
