/**
 * Real Kafka and PostgreSQL for tests: containers where Docker answers, the embedded servers where
 * it does not. {@link city.reception.testing.Docker} is the one switch. Imported by tests only.
 */
@NullMarked
package city.reception.testing;

import org.jspecify.annotations.NullMarked;
