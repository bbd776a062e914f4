package city.reception.faults;

import city.reception.local.postgres.Database;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.secrets.LocalSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server that can be crashed, backed up while it works, and restored. */
final class DatabaseServer implements AutoCloseable {

  private static final String SUPERUSER = "postgres";

  /** Of this run of the server alone: no part of a backup. */
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

  private final String name;
  private final Path folder;
  private final int port;
  private final LocalSecrets secrets;
  private final List<String> databases;
  private @Nullable LocalPostgres server;

  DatabaseServer(String name, Path folder, int port, LocalSecrets secrets, List<String> databases) {
    this.name = name;
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.secrets = secrets;
    this.databases = databases;
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** How this process reaches a database, whatever happens to the services' wires. */
  Database database(String database) {
    return LocalPostgres.database(database, port, secrets);
  }

  synchronized void start() {
    if (server == null) {
      server = LocalPostgres.start(folder, port, secrets, databases);
    }
  }

  /** SIGKILL for the server and each of its processes, as when the machine dies. */
  synchronized void crash() {
    try {
      long pid =
          Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
      ProcessHandle.of(pid)
          .ifPresent(postmaster -> {
            List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not run", e);
    }
    release();
  }

  /** A base backup by PostgreSQL's own protocol for it, while the server goes on working. */
  synchronized void backUp(Path to) {
    FileSystemUtils.deleteRecursively(to.toFile());
    Database superuser = LocalPostgres.database(SUPERUSER, port, secrets);
    // The role's password is kept under the name of its database, and the two are the same.
    try (Connection connection =
            DriverManager.getConnection(
                superuser.url(), superuser.username(), superuser.password());
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('faults', true)");
      copy(folder, to, true);
      String label;
      try (ResultSet stopped =
          statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        stopped.next();
        label = stopped.getString(1);
      }
      Files.writeString(to.resolve("backup_label"), label);
      copy(folder.resolve("pg_wal"), to.resolve("pg_wal"), false);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("no backup of " + name, e);
    }
  }

  /** Stops the server and starts it as it was when the backup was taken. */
  synchronized void restore(Path backup) {
    release();
    FileSystemUtils.deleteRecursively(folder.toFile());
    try {
      copy(backup, folder, false);
    } catch (IOException e) {
      throw new UncheckedIOException("no restoring of " + name, e);
    }
    start();
  }

  @Override
  public synchronized void close() {
    release();
  }

  private void release() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** Files come and go under a server that works; what is gone was not needed. */
  private static void copy(Path from, Path to, boolean withoutLog) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(directory).toString());
            Files.createDirectories(copy);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            boolean log = withoutLog && file.startsWith(from.resolve("pg_wal"));
            if (!log && !LEFT_OUT.contains(file.getFileName().toString())) {
              copyFile(file, to.resolve(from.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
  }

  private static void copyFile(Path file, Path to) throws IOException {
    try {
      Files.deleteIfExists(to);
      Files.copy(file, to);
    } catch (NoSuchFileException gone) {
      // See above.
    }
  }
}
