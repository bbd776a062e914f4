/**
 * The records that services could not handle: which are open, and what an operator does with them.
 * Imports the contract, the starter's headers and Kafka.
 */
@NullMarked
package city.reception.local.deadletters;

import org.jspecify.annotations.NullMarked;
