/**
 * The system of record: inputs with their outputs, cases, their journals and timers, in PostgreSQL.
 * Imports JDBC, the contract and the lifecycle.
 */
@NullMarked
package city.reception.router.ledger;

import org.jspecify.annotations.NullMarked;
