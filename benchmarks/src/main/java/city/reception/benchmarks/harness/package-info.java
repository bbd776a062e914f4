/**
 * Servers and services as processes of their own, turns and rounds, statistics and the report.
 * Knows of no particular measure.
 */
@NullMarked
package city.reception.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
