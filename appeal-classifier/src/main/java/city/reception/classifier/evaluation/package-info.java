/**
 * How good a model is on labelled texts. Imports the model; the thresholds are the model's own, so
 * nothing that is measured has a say in them.
 */
@NullMarked
package city.reception.classifier.evaluation;

import org.jspecify.annotations.NullMarked;
