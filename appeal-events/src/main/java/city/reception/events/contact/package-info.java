/**
 * The seal over a resident's ways of contact. Only intake, which seals, and notifications, which
 * opens, hold its keys. Imports the JDK's ciphers, the codec's JSON and the contract.
 */
@NullMarked
package city.reception.events.contact;

import org.jspecify.annotations.NullMarked;
