package city.reception.local;

import city.reception.local.Arguments.UsageException;
import city.reception.local.system.LocalPorts;
import city.reception.local.system.LocalPorts.Listener;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that move the system to other ports. */
final class PortOptions {

  static final Set<String> NAMES =
      Stream.of(Listener.values()).map(Listener::option).collect(Collectors.toUnmodifiableSet());

  private PortOptions() {}

  /**
   * The ports that the arguments ask for.
   *
   * @throws UsageException when one is no port, or two are the same
   */
  static LocalPorts of(Arguments arguments) {
    Map<Listener, Integer> chosen = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      arguments
          .number(listener.option())
          .ifPresent(port -> {
            if (port < 1 || port > 65_535) {
              throw new UsageException(listener.option() + " needs a port from 1 to 65535");
            }
            chosen.put(listener, port);
          });
    }
    try {
      return LocalPorts.with(chosen);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
