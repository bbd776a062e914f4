/** Timers whose time has come, claimed for one router at a time. Imports JDBC and the contract. */
@NullMarked
package city.reception.router.timers;

import org.jspecify.annotations.NullMarked;
