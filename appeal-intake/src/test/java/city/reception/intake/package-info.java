/** What intake's tests share: one running intake on real servers, and a client. */
@NullMarked
package city.reception.intake;

import org.jspecify.annotations.NullMarked;
