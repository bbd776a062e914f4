/** What operators see and do, on the management port. */
@NullMarked
package city.reception.notifications.operator;

import org.jspecify.annotations.NullMarked;
