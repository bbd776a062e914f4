/** The short form of {@code ./appeals faults}, and what its own parts promise. */
@NullMarked
package city.reception.faults;

import org.jspecify.annotations.NullMarked;
