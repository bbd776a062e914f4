/**
 * Topics of a text, with probabilities that can be believed.
 *
 * <p>A {@link TopicModel} is read from a file ({@code TopicModel.read(path)}) or is the one that
 * comes with the jar ({@code TopicModel.starter()}). It never changes and any number of threads may
 * ask it:
 *
 * <ul>
 *   <li>{@code classify(subject, text)} gives the topics, the likeliest first, and whether the
 *       first is certain enough to be acted on without a person, at the precision that the model
 *       was trained for. An empty text, one in another language, or a topic of which too few
 *       examples were seen is never certain;
 *   <li>{@code explain(subject, text, topics)} gives the same with the words, as they were written,
 *       that spoke for the winner, for the runner-up and, where asked for, for those after them;
 *   <li>{@code version()} is the model's content: equal bytes, equal version;
 *   <li>{@code card()} says what it was trained on and what it reached on texts held out.
 * </ul>
 *
 * <p>Training is in {@code training}, measuring in {@code evaluation}. Imports the JDK alone.
 */
@NullMarked
package city.reception.classifier;

import org.jspecify.annotations.NullMarked;
