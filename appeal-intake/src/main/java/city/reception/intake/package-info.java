/**
 * Intake: takes residents' appeals from channels with one durable append each, and shows residents
 * where their appeal is. The packages below are its features; nothing here knows another service.
 */
@NullMarked
package city.reception.intake;

import org.jspecify.annotations.NullMarked;
