/** The policy, without Spring. */
@NullMarked
package city.reception.notifications.notice;

import org.jspecify.annotations.NullMarked;
