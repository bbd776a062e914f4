/**
 * The reference committee service: where a committee's staff and deputies work. Uses the public
 * topics only, so that any committee can replace it with its own.
 */
@NullMarked
package city.reception.desk;

import org.jspecify.annotations.NullMarked;
