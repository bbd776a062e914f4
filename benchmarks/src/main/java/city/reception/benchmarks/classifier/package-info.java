/** How many texts a second the topic model reads on one thread, and what garbage that makes. */
@NullMarked
package city.reception.benchmarks.classifier;

import org.jspecify.annotations.NullMarked;
