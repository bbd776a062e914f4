/** The secrets intake cannot run without. They come from configuration and have no defaults. */
@NullMarked
package city.reception.intake.secrets;

import org.jspecify.annotations.NullMarked;
