package city.reception.router.campaigns;

import city.reception.events.AppealId;

/**
 * A letter that is being registered.
 *
 * @param id the number under which it will be remembered; later letters have greater ones
 */
public record NewLetter(long id, AppealId appeal, Marks marks) {}
