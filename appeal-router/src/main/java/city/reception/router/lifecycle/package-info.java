/**
 * The life of a case: what may happen to it, and what follows. Pure; imports the JDK and the
 * contract.
 */
@NullMarked
package city.reception.router.lifecycle;

import org.jspecify.annotations.NullMarked;
