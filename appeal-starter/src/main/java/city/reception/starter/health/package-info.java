/**
 * Tells the truth about Kafka to whoever asks whether the service is ready. Imports Kafka's admin
 * client and Boot's health.
 */
@NullMarked
package city.reception.starter.health;

import org.jspecify.annotations.NullMarked;
