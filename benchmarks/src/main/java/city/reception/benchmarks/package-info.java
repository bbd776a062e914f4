/**
 * The measurements, with the peers they are held against: {@code ./appeals bench}. Nothing imports
 * it.
 *
 * <p>To add a measure, write a {@link city.reception.benchmarks.Suite} and name it in {@link
 * city.reception.benchmarks.Bench}. A suite asks the session for servers and processes ({@link
 * city.reception.benchmarks.harness.Workbench}), builds a {@link
 * city.reception.benchmarks.harness.Measure} of {@link
 * city.reception.benchmarks.harness.Alternative}s and {@link
 * city.reception.benchmarks.harness.Ratio}s, and hands it to {@link
 * city.reception.benchmarks.Session#measure}: the alternatives then take turns, round after round,
 * and the report keeps what they read.
 */
@NullMarked
package city.reception.benchmarks;

import org.jspecify.annotations.NullMarked;
