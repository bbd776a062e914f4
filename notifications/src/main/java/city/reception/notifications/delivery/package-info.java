/**
 * The delivery ledger and what works it off: each notice is written before it is sent, claimed
 * before the dialogue with the mail server begins, and its outcome is written after. JDBC lives
 * here.
 */
@NullMarked
package city.reception.notifications.delivery;

import org.jspecify.annotations.NullMarked;
