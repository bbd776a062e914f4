package city.reception.events;

import java.time.Duration;

/**
 * A topic of the contract: its name, what its keys and values are, and how it must be kept.
 *
 * @param keys the key's type
 * @param values the family of events it carries
 * @param declaration how it must be kept
 * @param deadLetters how its dead-letter topic must be kept
 */
public record Topic<K, V extends AppealEvent>(
    Class<K> keys, EventFamily<V> values, Declaration declaration, Declaration deadLetters) {

  /** The suffix of a dead-letter topic's name. */
  public static final String DEAD_LETTER_SUFFIX = ".dlt";

  /** The name in Kafka. */
  public String name() {
    return declaration.name();
  }

  /**
   * How a topic must be kept. The number of replicas is the installation's, not the contract's.
   *
   * @param retention how long a record stays
   * @param maxMessageBytes the largest record batch taken ({@code max.message.bytes})
   */
  public record Declaration(String name, int partitions, Duration retention, int maxMessageBytes) {}
}
