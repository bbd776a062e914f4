package city.reception.router.lifecycle;

import java.time.Instant;

/**
 * The last time that a case was opened again: a new fact, from which a new term runs.
 *
 * @param generation of the deadline that began with it
 */
public record Reopened(Instant at, int generation) {}
