/**
 * The committees of this installation, read from one YAML file. Imports the contract and Spring's
 * configuration.
 */
@NullMarked
package city.reception.starter.committees;

import org.jspecify.annotations.NullMarked;
