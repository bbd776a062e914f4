/**
 * Carries the W3C trace context through Kafka, so that one appeal is one trace. Imports Micrometer
 * Tracing.
 */
@NullMarked
package city.reception.starter.traces;

import org.jspecify.annotations.NullMarked;
