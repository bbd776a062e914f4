/**
 * The random secrets of a local installation, made once and kept in files only their owner can
 * read. Imports the JDK.
 */
@NullMarked
package city.reception.local.secrets;

import org.jspecify.annotations.NullMarked;
