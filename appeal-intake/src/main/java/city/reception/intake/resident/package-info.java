/**
 * What a resident may do with an appeal already sent: withdraw it, make it clearer, rate the
 * answer, have the case opened again, have the contact erased. Each act is an event in the log,
 * behind the appeal it concerns.
 */
@NullMarked
package city.reception.intake.resident;

import org.jspecify.annotations.NullMarked;
