/** Tests of the edge. */
@NullMarked
package city.reception.intake.web;

import org.jspecify.annotations.NullMarked;
