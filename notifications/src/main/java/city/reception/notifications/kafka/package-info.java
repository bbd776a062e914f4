/**
 * The service's edge to Kafka: reads contacts, statuses and replies, publishes outcomes. Imports
 * Kafka, the starter and the features behind it.
 */
@NullMarked
package city.reception.notifications.kafka;

import org.jspecify.annotations.NullMarked;
