package city.reception.desk.queue;

import city.reception.events.AnswerAppeal;
import city.reception.events.CommitteeAction;
import city.reception.events.ExtendAppeal;
import city.reception.events.RedirectAppeal;
import city.reception.events.TakeUpAppeal;

/** What a committee may do with an appeal that it holds. */
public enum ActionType {
  TAKE_UP,
  REDIRECT,
  EXTEND,
  ANSWER;

  public static ActionType of(CommitteeAction action) {
    return switch (action) {
      case TakeUpAppeal takeUp -> TAKE_UP;
      case RedirectAppeal redirect -> REDIRECT;
      case ExtendAppeal extend -> EXTEND;
      case AnswerAppeal answer -> ANSWER;
    };
  }
}
