/**
 * What may be published of the cases: counts and times by committee, kind, topic and month, never
 * of so few that somebody could be known by them. Imports JDBC.
 */
@NullMarked
package city.reception.router.statistics;

import org.jspecify.annotations.NullMarked;
