package city.reception.intake.channel;

import city.reception.events.IdentityAssurance;
import org.jspecify.annotations.Nullable;

/**
 * A channel that may post appeals. Its keys are its own: two channels never meet in one appeal.
 *
 * @param name the name under which it is configured
 * @param identityAssurance how surely it knows who its senders are (59-FZ, article 7); null where
 *     what it posts is not electronic, so that the law does not ask
 */
public record Channel(String name, @Nullable IdentityAssurance identityAssurance) {}
