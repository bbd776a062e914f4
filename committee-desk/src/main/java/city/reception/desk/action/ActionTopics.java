package city.reception.desk.action;

import city.reception.desk.queue.DeskAction;
import city.reception.desk.queue.OutgoingRecord;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;

/** Where actions go: each committee's own topic. */
public interface ActionTopics {

  /** The record that asks for {@code action} in the name of {@code committee}. */
  OutgoingRecord encode(CommitteeId committee, EventId id, CommitteeAction action);

  /**
   * Sends the action's record; it is in the log when this returns.
   *
   * @throws OutcomeUnknownException when Kafka did not confirm it
   */
  void send(DeskAction action);
}
