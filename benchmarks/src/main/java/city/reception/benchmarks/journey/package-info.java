/**
 * Whole lifecycles through all services: posted over HTTP, routed, taken up and answered by a
 * committee, mailed to the resident. Imports the services, the contract and the harness.
 */
@NullMarked
package city.reception.benchmarks.journey;

import org.jspecify.annotations.NullMarked;
