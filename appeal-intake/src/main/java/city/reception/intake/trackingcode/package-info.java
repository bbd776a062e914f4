/**
 * Tracking codes: made from an appeal's id and its body's digest, checked without any store.
 * Imports the contract and the secrets.
 */
@NullMarked
package city.reception.intake.trackingcode;

import org.jspecify.annotations.NullMarked;
