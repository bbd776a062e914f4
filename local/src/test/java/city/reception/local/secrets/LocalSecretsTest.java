package city.reception.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {

  @TempDir Path folder;

  @Test
  void aSecretIsTheSameAfterARestart() {
    String first = LocalSecrets.in(folder.resolve("secrets")).key("seal");

    assertThat(LocalSecrets.in(folder.resolve("secrets")).key("seal")).isEqualTo(first);
    assertThat(Base64.getDecoder().decode(first)).hasSize(32);
  }

  @Test
  void secretsOfDifferentNamesAndInstallationsDiffer() {
    LocalSecrets secrets = LocalSecrets.in(folder.resolve("one"));

    assertThat(secrets.password("a"))
        .isNotEqualTo(secrets.password("b"))
        .isNotEqualTo(LocalSecrets.in(folder.resolve("two")).password("a"));
  }

  @Test
  void onlyTheOwnerCanReadThem() throws IOException {
    Path directory = folder.resolve("secrets");

    LocalSecrets.in(directory).password("a");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("a"));
    }
  }
}
