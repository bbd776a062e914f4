package city.reception.intake.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void withoutSecretsEveryMissingOneIsNamed() {
    SecretsProperties none = new SecretsProperties(Map.of(), null, Map.of(), null, null);
    assertThatThrownBy(() -> new Secrets(none))
        .isInstanceOfSatisfying(
            SecretsUnfitException.class,
            e ->
                assertThat(e.findings())
                    .containsExactly(
                        "reception.intake.secrets.sealing-keys holds no key",
                        "reception.intake.secrets.sealing-key-id names none of the keys",
                        "reception.intake.secrets.tracking-keys holds no key",
                        "reception.intake.secrets.tracking-key-id names none of the keys",
                        "reception.intake.secrets.digest-key is not the Base64 of 32 bytes"));
  }

  @Test
  void aMalformedSecretIsNamedAndNotShown() {
    SecretsProperties bad =
        new SecretsProperties(
            Map.of("s1", "c2hvcnQ="), "s1", Map.of("t1", "!not base64!"), "t1", TestSecrets.key(1));
    assertThatThrownBy(() -> new Secrets(bad))
        .isInstanceOf(SecretsUnfitException.class)
        .hasMessageContaining("sealing-keys.s1")
        .hasMessageContaining("tracking-keys.t1")
        .message()
        .doesNotContain("c2hvcnQ", "!not");
    assertThat(bad.toString()).doesNotContain("c2hvcnQ");
  }
}
