/**
 * Which event is told to the resident, and as what. Pure: imports the JDK and the contract only.
 */
@NullMarked
package city.reception.notifications.notice;

import org.jspecify.annotations.NullMarked;
