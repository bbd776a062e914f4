/** The words of a mail, without Spring's context. */
@NullMarked
package city.reception.notifications.mail;

import org.jspecify.annotations.NullMarked;
