/** Tests of what the measurements compute; nothing is measured here. */
@NullMarked
package city.reception.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
