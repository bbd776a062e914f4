package city.reception.router.ledger;

import city.reception.events.CommitteeId;

/** What a shadow model would have made of an appeal, beside what was made of it. */
public record ShadowOpinion(Side live, Side shadow) {

  /**
   * What one of the models makes of the appeal.
   *
   * @param committee where it goes; the reception where the model is not certain
   * @param probability of its likeliest committee
   */
  public record Side(String version, CommitteeId committee, double probability) {}

  /** Whether the appeal would have gone elsewhere. */
  public boolean differs() {
    return !live.committee().equals(shadow.committee());
  }
}
