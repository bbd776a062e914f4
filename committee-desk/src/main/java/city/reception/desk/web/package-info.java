/** The desk's REST interface. Imports the queue and the actions. */
@NullMarked
package city.reception.desk.web;

import org.jspecify.annotations.NullMarked;
