package city.reception.classifier;

/**
 * A topic that a text may be about.
 *
 * @param probability from 0 to 1; of the texts that get 0.9, nine in ten are about the topic
 */
public record TopicProbability(String topic, double probability) {}
