/** Tests of secrets. */
@NullMarked
package city.reception.intake.secrets;

import org.jspecify.annotations.NullMarked;
