/** Tests of tracking codes. */
@NullMarked
package city.reception.intake.trackingcode;

import org.jspecify.annotations.NullMarked;
