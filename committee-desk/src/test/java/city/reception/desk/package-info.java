/** Tests of the desk over a real broker and a real database. */
@NullMarked
package city.reception.desk;

import org.jspecify.annotations.NullMarked;
