/**
 * Breaks a whole reception on purpose, while it is used, and compares afterwards what its clients
 * were told with what its ledger, its topics and a mail server hold. Everything is a real process.
 */
@NullMarked
package city.reception.faults;

import org.jspecify.annotations.NullMarked;
