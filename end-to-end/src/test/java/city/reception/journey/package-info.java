/**
 * Journeys through the whole system, in good weather and in bad. Everything is real: the broker,
 * the database, the mail server, the services, and HTTP between them and the tests.
 */
@NullMarked
package city.reception.journey;

import org.jspecify.annotations.NullMarked;
