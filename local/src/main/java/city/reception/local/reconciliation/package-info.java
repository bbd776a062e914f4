/**
 * Compares what the topics say with what the ledgers say. Reads as any operator may: committed
 * records, and tables.
 */
@NullMarked
package city.reception.local.reconciliation;

import org.jspecify.annotations.NullMarked;
