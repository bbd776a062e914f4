package city.reception.desk.queue;

import city.reception.events.AnswerAppeal;
import city.reception.events.AnswerCampaign;
import city.reception.events.AskClarification;
import city.reception.events.CommitteeAction;
import city.reception.events.EndCorrespondence;
import city.reception.events.ExtendAppeal;
import city.reception.events.ForwardAppeal;
import city.reception.events.RecordRequestReply;
import city.reception.events.RedirectAppeal;
import city.reception.events.RefuseAppeal;
import city.reception.events.RequestInformation;
import city.reception.events.SplitAppeal;
import city.reception.events.TakeUpAppeal;

/** What a committee may do with an appeal that it holds. */
public enum ActionType {
  TAKE_UP,
  REDIRECT,
  EXTEND,
  ANSWER,
  FORWARD,
  SPLIT,
  ASK_CLARIFICATION,
  REFUSE,
  END_CORRESPONDENCE,
  REQUEST_INFORMATION,
  RECORD_REQUEST_REPLY,
  ANSWER_CAMPAIGN;

  public static ActionType of(CommitteeAction action) {
    return switch (action) {
      case TakeUpAppeal takeUp -> TAKE_UP;
      case RedirectAppeal redirect -> REDIRECT;
      case ExtendAppeal extend -> EXTEND;
      case AnswerAppeal answer -> ANSWER;
      case ForwardAppeal forward -> FORWARD;
      case SplitAppeal split -> SPLIT;
      case AskClarification ask -> ASK_CLARIFICATION;
      case RefuseAppeal refuse -> REFUSE;
      case EndCorrespondence end -> END_CORRESPONDENCE;
      case RequestInformation request -> REQUEST_INFORMATION;
      case RecordRequestReply reply -> RECORD_REQUEST_REPLY;
      case AnswerCampaign campaign -> ANSWER_CAMPAIGN;
    };
  }
}
