/**
 * A real PostgreSQL beside this JVM, a database and a role for each service. Imports its driver and
 * the binaries.
 */
@NullMarked
package city.reception.local.postgres;

import org.jspecify.annotations.NullMarked;
