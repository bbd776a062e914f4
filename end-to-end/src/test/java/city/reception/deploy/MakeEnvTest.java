package city.reception.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeEnvTest {

  @TempDir Path folder;

  @Test
  void setsExactlyWhatTheComposeFileAsksForAndTheExampleExplains() throws Exception {
    assertThat(Secrets.make(folder)).isZero();

    Set<String> asked = new TreeSet<>();
    Compose.read()
        .services()
        .forEach(service ->
            service.environment().values().forEach(v -> asked.addAll(Compose.variables(v))));
    assertThat(Secrets.in(folder.resolve(".env")).keySet()).isEqualTo(asked);
    assertThat(Secrets.in(Compose.REPOSITORY.resolve(".env.example")).keySet()).isEqualTo(asked);
  }

  @Test
  void onlyItsOwnerCanReadThem() throws Exception {
    Secrets.make(folder);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".env"))))
        .isEqualTo("rw-------");
  }

  @Test
  void eachInstallationGetsSecretsOfItsOwn(@TempDir Path other) throws Exception {
    Secrets.make(folder);
    Secrets.make(other);

    assertThat(Secrets.in(folder.resolve(".env")).values())
        .filteredOn(value -> value.length() > 20)
        .hasSize(9)
        .doesNotContainAnyElementsOf(Secrets.in(other.resolve(".env")).values())
        .doesNotHaveDuplicates();
  }

  @Test
  void secretsThatAreThereStay() throws Exception {
    Secrets.make(folder);
    String first = Files.readString(folder.resolve(".env"));

    assertThat(Secrets.make(folder)).isEqualTo(1);
    assertThat(folder.resolve(".env")).hasContent(first);
    try (var files = Files.list(folder)) {
      assertThat(files).extracting(Path::getFileName).doesNotHaveDuplicates().hasSize(3);
    }
  }
}
