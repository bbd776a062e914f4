/** Tests of the classifier. */
@NullMarked
package city.reception.classifier.text;

import org.jspecify.annotations.NullMarked;
