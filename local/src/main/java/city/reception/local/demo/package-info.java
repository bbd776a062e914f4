/**
 * A play of residents, a committee's staff and the system between them, through the public
 * interfaces only. Imports the contract's limits and a client of HTTP.
 */
@NullMarked
package city.reception.local.demo;

import org.jspecify.annotations.NullMarked;
