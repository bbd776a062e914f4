/** How campaigns are found among letters: how fast, how surely, and how much slower with more. */
@NullMarked
package city.reception.benchmarks.campaigns;

import org.jspecify.annotations.NullMarked;
