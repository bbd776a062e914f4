/**
 * Refusals as RFC 9457 problems: what may be wrong, in English and in Russian. Imports the contract
 * and Spring's web support.
 */
@NullMarked
package city.reception.intake.problem;

import org.jspecify.annotations.NullMarked;
