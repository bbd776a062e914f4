/**
 * Intake: how many appeals it takes and how soon, beside its peers; under a surge; and what an
 * appeal costs. Imports the harness and the load.
 */
@NullMarked
package city.reception.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
