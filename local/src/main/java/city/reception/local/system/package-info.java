/**
 * The parts of the local system, the order in which they start and stop, and how a later command
 * finds a running one. Imports the services and the servers.
 */
@NullMarked
package city.reception.local.system;

import org.jspecify.annotations.NullMarked;
