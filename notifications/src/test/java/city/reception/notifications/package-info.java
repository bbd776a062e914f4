/** Notifications against a real broker, a real database and real mail servers. */
@NullMarked
package city.reception.notifications;

import org.jspecify.annotations.NullMarked;
