/** Tests of the classifier. */
@NullMarked
package city.reception.classifier;

import org.jspecify.annotations.NullMarked;
