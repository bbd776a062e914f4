/** Letters that nobody wrote, with what is known of them. */
@NullMarked
package city.reception.testing.letters;

import org.jspecify.annotations.NullMarked;
