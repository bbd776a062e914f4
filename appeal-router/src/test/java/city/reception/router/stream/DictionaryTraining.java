package city.reception.router.stream;

import com.github.luben.zstd.ZstdDictTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a dictionary for {@link RecordedOutputs} from the outputs that a ledger holds. What is
 * trained on stands in the dictionary in pieces, so it must be a ledger of made-up letters: that of
 * {@code ./appeals demo} without {@code --from}. A new dictionary needs a new format number; the
 * old one stays for as long as outputs are kept.
 */
final class DictionaryTraining {

  /** Twice as many save another 3 %, and take as much more of a processor's nearest memory. */
  private static final int BYTES = 8 * 1024;

  private static final int MOST_SAMPLE_BYTES = 64 * 1024 * 1024;

  private DictionaryTraining() {}

  /** Takes the ledger's address, with user and password, and the file to write. */
  public static void main(String[] arguments) throws SQLException, IOException {
    ZstdDictTrainer trainer = new ZstdDictTrainer(MOST_SAMPLE_BYTES, BYTES, RecordedOutputs.LEVEL);
    try (Connection ledger = DriverManager.getConnection(arguments[0]);
        ResultSet row =
            ledger
                .createStatement()
                .executeQuery(
                    "select outputs from input where outputs is not null order by stream_id, off")) {
      while (row.next()) {
        trainer.addSample(RecordedOutputs.plain(row.getBytes("outputs")));
      }
    }
    Files.write(Path.of(arguments[1]), trainer.trainSamples());
  }
}
