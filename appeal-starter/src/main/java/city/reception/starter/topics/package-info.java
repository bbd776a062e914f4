/**
 * Refuses to run on topics that are not as the contract declares them. Imports the contract and
 * Kafka's admin client.
 */
@NullMarked
package city.reception.starter.topics;

import org.jspecify.annotations.NullMarked;
