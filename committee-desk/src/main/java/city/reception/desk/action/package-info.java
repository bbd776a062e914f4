/**
 * What a person asks for at the desk, from the request to the router's decision. Imports the
 * contract and the queue; {@code kafka} carries the records.
 */
@NullMarked
package city.reception.desk.action;

import org.jspecify.annotations.NullMarked;
