package city.reception.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.local.Arguments.UsageException;
import city.reception.local.system.LocalPorts.Listener;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void wordsFlagsAndValuesAreSorted() {
    Arguments arguments =
        Arguments.parse(
            List.of("replay", "--reason", "fixed", "a.dlt:1", "--all"),
            Set.of("--all"),
            Set.of("--reason"));

    assertThat(arguments.words()).containsExactly("replay", "a.dlt:1");
    assertThat(arguments.has("--all")).isTrue();
    assertThat(arguments.value("--reason")).contains("fixed");
  }

  @Test
  void anUnknownOptionIsNotTakenForAWord() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--fersh"), Set.of("--fresh"), Set.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--fersh");
  }

  @Test
  void anOptionWithoutItsValueIsNamed() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--from"), Set.of(), Set.of("--from")))
        .hasMessageContaining("--from needs a value");
  }

  @Test
  void portsAreMovedByOptions() {
    Arguments arguments =
        Arguments.parse(List.of("--kafka-port", "19092"), Set.of(), PortOptions.NAMES);

    assertThat(PortOptions.of(arguments).of(Listener.KAFKA)).isEqualTo(19_092);
    assertThat(PortOptions.of(arguments).of(Listener.INTAKE)).isEqualTo(8080);
  }

  @Test
  void whatIsNoPortIsRefused() {
    assertThatThrownBy(() ->
            PortOptions.of(
                Arguments.parse(List.of("--desk-port", "70000"), Set.of(), PortOptions.NAMES)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() ->
            PortOptions.of(
                Arguments.parse(List.of("--desk-port", "one"), Set.of(), PortOptions.NAMES)))
        .hasMessageContaining("--desk-port needs a number");
  }
}
