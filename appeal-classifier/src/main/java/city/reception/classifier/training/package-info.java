/**
 * Makes a model of labelled texts, wherever they come from. Equal texts in equal order give equal
 * bytes. Imports the model, the text features and the reader of CSV.
 */
@NullMarked
package city.reception.classifier.training;

import org.jspecify.annotations.NullMarked;
