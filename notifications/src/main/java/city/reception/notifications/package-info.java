/** The service that tells residents what became of their appeals. */
@NullMarked
package city.reception.notifications;

import org.jspecify.annotations.NullMarked;
