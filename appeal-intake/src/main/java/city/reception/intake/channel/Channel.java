package city.reception.intake.channel;

import city.reception.events.IdentityAssurance;

/**
 * A channel that may post appeals. Its keys are its own: two channels never meet in one appeal.
 *
 * @param name the name under which it is configured
 * @param identityAssurance how surely it knows who its senders are (59-FZ, article 7)
 */
public record Channel(String name, IdentityAssurance identityAssurance) {}
