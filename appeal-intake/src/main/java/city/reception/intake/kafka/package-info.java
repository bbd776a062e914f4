/**
 * Intake's ends of the topics: what it appends, what it reads. The only package that knows Kafka.
 */
@NullMarked
package city.reception.intake.kafka;

import org.jspecify.annotations.NullMarked;
