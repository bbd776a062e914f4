/** Tests of residents' acts. */
@NullMarked
package city.reception.intake.resident;

import org.jspecify.annotations.NullMarked;
