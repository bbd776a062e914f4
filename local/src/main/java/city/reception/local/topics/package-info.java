/**
 * What the commands around the topic model print and write. Imports the classifier; needs no
 * running system.
 */
@NullMarked
package city.reception.local.topics;

import org.jspecify.annotations.NullMarked;
