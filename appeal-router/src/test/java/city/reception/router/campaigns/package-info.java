@NullMarked
package city.reception.router.campaigns;

import org.jspecify.annotations.NullMarked;
