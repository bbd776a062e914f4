package city.reception.intake.batch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where results go. The first go straight to the client. What is more than fits into the buffers of
 * any connection waits in a temporary file until all lines are read: a client that sends everything
 * before it reads anything, as most do, would else be waited for while it waits for us.
 */
final class ResultSpool implements AutoCloseable {

  private final OutputStream client;
  private final long direct;
  private long written;
  private @Nullable Path file;
  private @Nullable OutputStream spool;

  ResultSpool(OutputStream client, long direct) {
    this.client = client;
    this.direct = direct;
  }

  /** Puts one result behind those before it. */
  void write(byte[] result) throws IOException {
    OutputStream to = spool;
    if (to == null && written + result.length > direct) {
      to = openSpool();
    }
    written += result.length;
    (to == null ? client : to).write(result);
  }

  /** Lets the client have what was written to it. */
  void flush() throws IOException {
    if (spool == null) {
      client.flush();
    }
  }

  /** Sends the client everything that it has not had. To be called when all lines are read. */
  void finish() throws IOException {
    if (spool != null && file != null) {
      spool.close();
      Files.copy(file, client);
    }
    client.flush();
  }

  /** Leaves nothing behind: tracking codes are among the results. */
  @Override
  public void close() throws IOException {
    if (spool != null && file != null) {
      spool.close();
      Files.deleteIfExists(file);
    }
  }

  /** A new file that only this user can read. */
  private OutputStream openSpool() throws IOException {
    Path created = Files.createTempFile("batch-results-", ".ndjson");
    OutputStream opened = new BufferedOutputStream(Files.newOutputStream(created));
    file = created;
    spool = opened;
    return opened;
  }
}
