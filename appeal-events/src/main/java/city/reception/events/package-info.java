/**
 * The contract between the services: what is said on each topic, and the words it is said in.
 *
 * <p>Event records are past-tense facts, a committee's actions are imperative; every one belongs to
 * exactly one sealed family, and every family to one kind of topic ({@link
 * city.reception.events.Topics}). Imports the JDK only; reading and writing them as records of
 * Kafka is the business of {@code codec}.
 */
@NullMarked
package city.reception.events;

import org.jspecify.annotations.NullMarked;
