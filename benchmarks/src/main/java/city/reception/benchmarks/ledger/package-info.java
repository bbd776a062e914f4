/**
 * The statements that must stay fast however many cases there are: the services' own, on full
 * tables, with their plans.
 */
@NullMarked
package city.reception.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
