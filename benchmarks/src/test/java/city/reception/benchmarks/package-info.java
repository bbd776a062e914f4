/** Tests of what the measurements compute; nothing is measured here. */
@NullMarked
package city.reception.benchmarks;

import org.jspecify.annotations.NullMarked;
