package city.reception.router.campaigns;

import city.reception.events.AppealId;

/**
 * An earlier letter, with where it belongs.
 *
 * @param exemplar the number of the letter that it was found to be like; its own where it was like
 *     none
 * @param matter the number of the first letter of its matter
 * @param lead the appeal of that letter
 * @param campaign whether the matter is a campaign's
 */
public record KnownLetter(
    long id,
    AppealId appeal,
    long applicant,
    Signature signature,
    long exemplar,
    long matter,
    AppealId lead,
    boolean campaign) {

  /** One that has just been looked at. */
  static KnownLetter alone(NewLetter letter) {
    return new KnownLetter(
        letter.id(),
        letter.appeal(),
        letter.marks().applicant(),
        letter.marks().signature(),
        letter.id(),
        letter.id(),
        letter.appeal(),
        false);
  }

  KnownLetter like(KnownLetter other) {
    return new KnownLetter(
        id, appeal, applicant, signature, other.exemplar, other.matter, other.lead, other.campaign);
  }
}
