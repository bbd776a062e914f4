/** Tests of submissions. */
@NullMarked
package city.reception.intake.submission;

import org.jspecify.annotations.NullMarked;
