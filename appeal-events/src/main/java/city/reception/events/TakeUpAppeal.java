package city.reception.events;

/** Begin to work on the appeal. */
public record TakeUpAppeal(AppealId appealId, int expectedVersion, String actor)
    implements CommitteeAction {

  public TakeUpAppeal {
    Texts.require("actor", actor, Limits.NAME);
  }
}
