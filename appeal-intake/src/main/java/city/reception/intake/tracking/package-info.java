/**
 * Where an appeal is, for its resident: a read model off the way of the appeals, and the question
 * that opens it. The only package that touches the database; imports the contract, never Kafka.
 */
@NullMarked
package city.reception.intake.tracking;

import org.jspecify.annotations.NullMarked;
