/** Tests of what the measurements compute; nothing is measured here. */
@NullMarked
package city.reception.benchmarks.load;

import org.jspecify.annotations.NullMarked;
