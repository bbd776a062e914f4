/**
 * What a text is made of for a topic model: words, pairs of words and pieces of words, each as a
 * number. Training and classification read texts through here alone. Imports the JDK and Lucene's
 * stemmer.
 */
@NullMarked
package city.reception.classifier.text;

import org.jspecify.annotations.NullMarked;
