/**
 * Appeals as channels post them, and a lean client that posts them over many connections. Imports
 * the contract and the harness.
 */
@NullMarked
package city.reception.benchmarks.load;

import org.jspecify.annotations.NullMarked;
