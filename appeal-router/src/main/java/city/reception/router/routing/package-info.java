/** Which committee an appeal goes to, and why. Pure; imports the JDK and the contract. */
@NullMarked
package city.reception.router.routing;

import org.jspecify.annotations.NullMarked;
