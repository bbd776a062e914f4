package city.reception.local.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one local installation. Each is random, made when it is first asked for, and the
 * same ever after; its file has mode 600 in a folder of mode 700.
 */
public final class LocalSecrets {

  private static final int BYTES = 32;

  private final Path directory;
  private final SecureRandom random = new SecureRandom();

  private LocalSecrets(Path directory) {
    this.directory = directory;
  }

  /** The secrets kept in {@code directory}, which is made when it does not exist. */
  public static LocalSecrets in(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      return new LocalSecrets(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of secrets cannot be made: " + directory, e);
    }
  }

  /** 256 random bits in Base64, made on the first call with that name and kept. */
  public synchronized String key(String name) {
    return secret(name, Base64.getEncoder());
  }

  /** 256 random bits as letters, digits, '-' and '_', made on the first call and kept. */
  public synchronized String password(String name) {
    return secret(name, Base64.getUrlEncoder().withoutPadding());
  }

  private String secret(String name, Base64.Encoder encoder) {
    Path file = directory.resolve(name);
    try {
      return Files.readString(file, US_ASCII).strip();
    } catch (NoSuchFileException absent) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      String secret = encoder.encodeToString(bytes);
      write(file, secret);
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("the secret cannot be read: " + file, e);
    }
  }

  /** Whole or not at all: a secret that was handed out is on the disk. */
  private void write(Path file, String secret) {
    try {
      Path temporary =
          Files.createTempFile(
              directory,
              ".new",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(temporary, secret + "\n", US_ASCII);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the secret cannot be written: " + file, e);
    }
  }
}
