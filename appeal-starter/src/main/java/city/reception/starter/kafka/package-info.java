/**
 * Producers, consumers and batch listeners as every service uses them. Imports the contract, Kafka
 * and spring-kafka.
 */
@NullMarked
package city.reception.starter.kafka;

import org.jspecify.annotations.NullMarked;
