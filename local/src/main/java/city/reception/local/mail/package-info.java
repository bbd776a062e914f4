/** A mail server that keeps what it is given as files. Imports the SMTP library only. */
@NullMarked
package city.reception.local.mail;

import org.jspecify.annotations.NullMarked;
