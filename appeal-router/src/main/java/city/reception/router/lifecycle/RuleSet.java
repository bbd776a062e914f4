package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalGround;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * @param register within how many days from its receipt an appeal is registered
 * @param forward within how many days from registration an appeal is forwarded to a body outside
 * @param split within how many days from registration each of several bodies gets its part
 * @param request within how many days a body replies to a deputy's request
 * @param reopenDays for how many days after an answer the resident can have the case opened again
 * @param unidentifiedSender what becomes of an appeal whose sender nobody identified
 * @param grounds on which an answer on the substance can be refused
 */
public record RuleSet(
    String id,
    LocalDate inForceFrom,
    NonWorkingDay onNonWorkingDay,
    List<CaseTimer> reminders,
    int redirectLimit,
    Term answer,
    Term extension,
    Term register,
    Term forward,
    Term split,
    Term request,
    int reopenDays,
    UnidentifiedSender unidentifiedSender,
    Map<RefusalGround, Ground> grounds) {

  /** Where a set does not say: 59-FZ, article 8.2. */
  public static final Term REGISTER =
      new Term(3, new LocalizedText("59-ФЗ, статья 8, часть 2", "59-FZ, article 8.2"));

  /** Where a set does not say: 59-FZ, article 8.3. */
  public static final Term FORWARD =
      new Term(7, new LocalizedText("59-ФЗ, статья 8, часть 3", "59-FZ, article 8.3"));

  /** Where a set does not say: 59-FZ, article 8.4. */
  public static final Term SPLIT =
      new Term(7, new LocalizedText("59-ФЗ, статья 8, часть 4", "59-FZ, article 8.4"));

  /** Where a set does not say: Moscow's law on the status of a deputy. */
  public static final Term REQUEST =
      new Term(
          15,
          new LocalizedText(
              "закон города Москвы о статусе депутата", "Moscow's law on the status of a deputy"));

  /** Where a set does not say. */
  public static final int REOPEN_DAYS = 30;

  public RuleSet {
    if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
      throw new IllegalArgumentException(
          "the id of a rule set has 1 to 64 of a-z, 0-9, '.' and '-': " + id);
    }
    if (!reminders.contains(CaseTimer.ANSWER_OVERDUE)) {
      throw new IllegalArgumentException(
          id + ": reminders lack ANSWER_OVERDUE: an answer could be late and nobody told");
    }
    if (reminders.contains(CaseTimer.REQUEST_DUE)) {
      throw new IllegalArgumentException(
          id + ": REQUEST_DUE is no reminder of an answer; of a request it always comes");
    }
    if (redirectLimit < 1) {
      throw new IllegalArgumentException(id + ": the redirect limit is at least 1");
    }
    if (reopenDays < 0) {
      throw new IllegalArgumentException(id + ": reopen-days is not negative");
    }
    reminders = List.copyOf(EnumSet.copyOf(reminders));
    grounds = Collections.unmodifiableMap(new TreeMap<>(grounds));
  }

  /** A set that says nothing of what came with a later version of the service. */
  public RuleSet(
      String id,
      LocalDate inForceFrom,
      NonWorkingDay onNonWorkingDay,
      List<CaseTimer> reminders,
      int redirectLimit,
      Term answer,
      Term extension) {
    this(
        id,
        inForceFrom,
        onNonWorkingDay,
        reminders,
        redirectLimit,
        answer,
        extension,
        REGISTER,
        FORWARD,
        SPLIT,
        REQUEST,
        REOPEN_DAYS,
        UnidentifiedSender.NOTE,
        Map.of());
  }
}
