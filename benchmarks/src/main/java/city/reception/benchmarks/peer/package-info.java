/**
 * What one would pick instead, in its ordinary configuration and tuned as fairly as ours: each is
 * intake's own web server, endpoint and validation over another {@code AppealLog}. Run as processes
 * of their own.
 */
@NullMarked
package city.reception.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
