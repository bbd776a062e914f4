/**
 * Many appeals in one request, a line each, read and answered as a stream: memory does not grow
 * with the number of lines. Imports {@code submission}.
 */
@NullMarked
package city.reception.intake.batch;

import org.jspecify.annotations.NullMarked;
