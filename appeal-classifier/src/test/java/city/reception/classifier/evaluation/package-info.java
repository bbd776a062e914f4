/** Tests of the classifier. */
@NullMarked
package city.reception.classifier.evaluation;

import org.jspecify.annotations.NullMarked;
