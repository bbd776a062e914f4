/** Pure parts of the delivery. */
@NullMarked
package city.reception.notifications.delivery;

import org.jspecify.annotations.NullMarked;
