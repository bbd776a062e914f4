package city.reception.events;

import java.util.Map;
import java.util.Optional;

/**
 * The events that one kind of topic carries, each with its CloudEvents {@code type}.
 *
 * @param root the sealed interface of the family
 * @param types every event of the family by its type; a type never changes its meaning
 */
public record EventFamily<V extends AppealEvent>(
    Class<V> root, Map<String, Class<? extends V>> types) {

  public EventFamily {
    types = Map.copyOf(types);
  }

  /** The class of the events of the given type. */
  public Optional<Class<? extends V>> classOf(String type) {
    return Optional.ofNullable(types.get(type));
  }

  /** The type of the given event. */
  public String typeOf(V event) {
    for (Map.Entry<String, Class<? extends V>> entry : types.entrySet()) {
      if (entry.getValue() == event.getClass()) {
        return entry.getKey();
      }
    }
    throw new IllegalStateException("no type for " + event.getClass());
  }
}
