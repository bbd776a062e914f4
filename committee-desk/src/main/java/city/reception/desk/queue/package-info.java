/**
 * The desk's own tables: a read model of the cases, and the actions asked for here. All of the
 * desk's JDBC is here. Imports the contract and the starter.
 */
@NullMarked
package city.reception.desk.queue;

import org.jspecify.annotations.NullMarked;
