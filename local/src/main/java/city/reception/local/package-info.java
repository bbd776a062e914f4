/**
 * The whole system in one JVM on a real Kafka and a real PostgreSQL: what {@code ./appeals} runs.
 * May import every module; nothing imports it but tests over the whole.
 */
@NullMarked
package city.reception.local;

import org.jspecify.annotations.NullMarked;
