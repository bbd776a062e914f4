/** A real Kafka broker in this JVM, or in one of its own. Imports Kafka and the contract only. */
@NullMarked
package city.reception.local.kafka;

import org.jspecify.annotations.NullMarked;
