/** How statistics are written for whoever publishes them. Imports the router's statistics. */
@NullMarked
package city.reception.local.statistics;

import org.jspecify.annotations.NullMarked;
