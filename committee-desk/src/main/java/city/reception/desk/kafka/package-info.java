/**
 * The desk's topics: what it follows, and where a committee's actions go. All of the desk's Kafka
 * is here. Imports the starter, and the queue and the actions that it feeds.
 */
@NullMarked
package city.reception.desk.kafka;

import org.jspecify.annotations.NullMarked;
