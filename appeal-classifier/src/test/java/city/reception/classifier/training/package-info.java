/** Tests of the classifier. */
@NullMarked
package city.reception.classifier.training;

import org.jspecify.annotations.NullMarked;
