/** Tests of channels. */
@NullMarked
package city.reception.intake.channel;

import org.jspecify.annotations.NullMarked;
