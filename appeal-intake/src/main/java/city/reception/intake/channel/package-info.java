/** Who posts: channels, known by their keys. Imports the problems and Spring's web support. */
@NullMarked
package city.reception.intake.channel;

import org.jspecify.annotations.NullMarked;
