/**
 * What the world is told of what happened to a case. Pure; imports the JDK, the contract and the
 * lifecycle.
 */
@NullMarked
package city.reception.router.publication;

import org.jspecify.annotations.NullMarked;
