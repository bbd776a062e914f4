/** Tests of batches. */
@NullMarked
package city.reception.intake.batch;

import org.jspecify.annotations.NullMarked;
