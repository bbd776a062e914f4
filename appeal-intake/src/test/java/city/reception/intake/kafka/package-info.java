/** Tests of intake's ends of the topics. */
@NullMarked
package city.reception.intake.kafka;

import org.jspecify.annotations.NullMarked;
