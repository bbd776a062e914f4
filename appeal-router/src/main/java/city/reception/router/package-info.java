/** The router: the only writer of a case. Puts together what stands in the packages below. */
@NullMarked
package city.reception.router;

import org.jspecify.annotations.NullMarked;
