package city.reception.intake.channel;

/**
 * A channel that may post appeals. Its keys are its own: two channels never meet in one appeal.
 *
 * @param name the name under which it is configured
 */
public record Channel(String name) {}
