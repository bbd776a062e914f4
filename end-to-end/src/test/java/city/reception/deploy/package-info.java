/**
 * What can be known of the deployment files without a container engine: that they are sound, that
 * they speak of properties there are, and that three brokers with their settings lose nothing.
 */
@NullMarked
package city.reception.deploy;

import org.jspecify.annotations.NullMarked;
