/**
 * The terms of the law and the calendar of working days, read from one YAML file. Imports the
 * lifecycle and Spring's configuration.
 */
@NullMarked
package city.reception.router.rules;

import org.jspecify.annotations.NullMarked;
