/** The committees that a resident can write to. Imports the starter's list of them. */
@NullMarked
package city.reception.intake.committee;

import org.jspecify.annotations.NullMarked;
