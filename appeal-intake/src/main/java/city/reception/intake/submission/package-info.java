/**
 * One appeal from its bytes to its durable append: reading, checking, sealing, admission. Holds the
 * port {@link city.reception.intake.submission.AppealLog}; imports the contract, never Kafka.
 */
@NullMarked
package city.reception.intake.submission;

import org.jspecify.annotations.NullMarked;
