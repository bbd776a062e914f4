/**
 * The router beside what a user would write instead and beside the limit of its parts. Each of them
 * is a process of its own. Imports the router, the contract, the servers and the harness.
 */
@NullMarked
package city.reception.benchmarks.router;

import org.jspecify.annotations.NullMarked;
