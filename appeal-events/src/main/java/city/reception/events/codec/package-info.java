/**
 * Events as records of Kafka: JSON values, and CloudEvents 1.0 attributes as headers (binary
 * content mode of the CloudEvents Kafka protocol binding). Imports Jackson, the Kafka client's
 * record types and the contract.
 */
@NullMarked
package city.reception.events.codec;

import org.jspecify.annotations.NullMarked;
