/** Tests of tracking. */
@NullMarked
package city.reception.intake.tracking;

import org.jspecify.annotations.NullMarked;
