/** The measurements, with the peers they are held against. Nothing imports it. */
@NullMarked
package city.reception.benchmarks;

import org.jspecify.annotations.NullMarked;
