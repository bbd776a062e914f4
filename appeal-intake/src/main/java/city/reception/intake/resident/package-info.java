/**
 * What a resident may do with an appeal already sent: withdraw it, have the contact erased. Each
 * act is an event in the log, behind the appeal it concerns.
 */
@NullMarked
package city.reception.intake.resident;

import org.jspecify.annotations.NullMarked;
