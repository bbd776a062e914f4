/**
 * Records that cannot be handled: what makes one, and how it is parked for an operator. Imports the
 * contract and Kafka.
 */
@NullMarked
package city.reception.starter.deadletter;

import org.jspecify.annotations.NullMarked;
