package city.reception.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.local.FreePorts;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.local.system.LocalPorts.PortTakenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalPortsTest {

  @Test
  void theDefaultsAreThoseOfTheManual() {
    LocalPorts ports = LocalPorts.with(Map.of());

    assertThat(ports.byListener())
        .containsEntry(Listener.INTAKE, 8080)
        .containsEntry(Listener.DESK, 8081)
        .containsEntry(Listener.ROUTER, 8082)
        .containsEntry(Listener.NOTIFICATIONS, 8083)
        .containsEntry(Listener.KAFKA, 9092)
        .containsEntry(Listener.POSTGRES, 5433);
  }

  @Test
  void aTakenPortIsNamedWithWhoNeedsItAndHowToChooseAnother() throws IOException {
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LocalPorts ports = free(Map.of(Listener.DESK, stranger.getLocalPort()));

      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("port " + stranger.getLocalPort())
          .hasMessageContaining("desk needs it")
          .hasMessageContaining("--desk-port PORT");
    }
  }

  @Test
  void freePortsAreFine() throws IOException {
    LocalPorts ports = free(Map.of());

    assertThatCode(ports::requireFree).doesNotThrowAnyException();
  }

  @Test
  void onePortForTwoIsRefused() {
    assertThatThrownBy(() -> LocalPorts.with(Map.of(Listener.DESK, 8080)))
        .hasMessageContaining("given twice");
  }

  private static LocalPorts free(Map<Listener, Integer> chosen) throws IOException {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, FreePorts.next());
    }
    ports.putAll(chosen);
    return LocalPorts.with(ports);
  }
}
