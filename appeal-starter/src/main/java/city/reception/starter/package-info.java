/** The auto-configuration that every service shares. Imports everything below it. */
@NullMarked
package city.reception.starter;

import org.jspecify.annotations.NullMarked;
