/**
 * The residents' ways of contact: kept as the sealed boxes in which they came, opened only for a
 * mail that is about to go, erased on request or when their time is over. JDBC lives here.
 */
@NullMarked
package city.reception.notifications.contact;

import org.jspecify.annotations.NullMarked;
