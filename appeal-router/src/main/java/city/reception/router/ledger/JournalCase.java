package city.reception.router.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.AppealId;
import city.reception.router.ledger.JournalCheck.Broken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case's journal while it is checked, entry by entry, until the first link that breaks. */
final class JournalCase {

  private final AppealId appeal;
  private final Instant start;
  private final boolean registered;
  private final int caseVersion;
  private final int caseIndex;
  private final byte @Nullable [] caseHead;

  private int entries;
  private int version;
  private int index;
  private byte @Nullable [] head;
  private boolean erasedWithoutEntry;
  private @Nullable Broken broken;

  private JournalCase(ResultSet row, AppealId appeal, Instant start) throws SQLException {
    this.appeal = appeal;
    this.start = start;
    this.caseVersion = row.getInt("case_version");
    this.registered = !row.wasNull();
    this.caseIndex = row.getInt("case_idx");
    this.caseHead = row.getBytes("journal_head");
  }

  /** The case that {@code row} belongs to; the row itself is not taken in yet. */
  static JournalCase at(ResultSet row, AppealId appeal, Instant start) throws SQLException {
    return new JournalCase(row, appeal, start);
  }

  AppealId appeal() {
    return appeal;
  }

  void accept(ResultSet row) throws SQLException {
    if (broken != null) {
      return;
    }
    int nextVersion = row.getInt("version");
    int nextIndex = row.getInt("idx");
    boolean follows = follows(nextVersion, nextIndex);
    version = nextVersion;
    index = nextIndex;
    byte[] digest = row.getBytes("digest");
    if (digest == null) {
      unchained(JournalCheck.instant(row, "at"));
    } else if (!follows) {
      breaks("entries before it are missing");
    } else if (!Arrays.equals(digest, digest(row))) {
      breaks("what it says is not what was entered");
    }
    erasedWithoutEntry =
        isErased(row) || (erasedWithoutEntry && !Erasure.TYPE.equals(row.getString("type")));
    head = digest;
    entries++;
  }

  /** Everything of the journal was read. */
  Optional<Broken> finish() {
    if (broken != null) {
      return Optional.of(broken);
    }
    if (!registered) {
      breaks("the case itself is missing");
    } else if (version != caseVersion || index != caseIndex) {
      breaks(
          "the case is at version %d, index %d; entries after this one are missing"
              .formatted(caseVersion, caseIndex));
    } else if (!Arrays.equals(head, caseHead)) {
      breaks("the case was left with another entry than this");
    } else if (erasedWithoutEntry) {
      breaks("texts are gone, and no entry says that they were erased");
    }
    return Optional.ofNullable(broken);
  }

  /** An entry from before the chain. */
  private void unchained(Instant at) {
    if (head != null || at.isAfter(start)) {
      breaks("it has no digest, though it is younger than the chain");
    }
  }

  private boolean follows(int nextVersion, int nextIndex) {
    return entries == 0
        ? nextVersion == 1 && nextIndex == 0
        : (nextVersion == version && nextIndex == index + 1)
            || (nextVersion == version + 1 && nextIndex == 0);
  }

  private byte[] digest(ResultSet row) throws SQLException {
    return JournalDigest.of(
        head,
        new JournalDigest.Entry(
            appeal,
            version,
            index,
            row.getString("type"),
            JournalCheck.instant(row, "at"),
            row.getObject("stream_id", Integer.class),
            row.getObject("off", Long.class),
            row.getString("party"),
            row.getObject("seen", Integer.class),
            row.getString("facts"),
            covered(row, "actor"),
            covered(row, "texts")));
  }

  /** Whether only the digest is left of a name or a text. */
  static boolean isErased(ResultSet row) throws SQLException {
    return row.getBytes("actor_digest") != null || row.getBytes("texts_digest") != null;
  }

  /** The digest of a name or a text that is there, or the one that is left of it. */
  private static byte @Nullable [] covered(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    byte[] salt = row.getBytes(column + "_salt");
    return text != null && salt != null
        ? new SealedText(text.getBytes(UTF_8), salt).digest()
        : row.getBytes(column + "_digest");
  }

  private void breaks(String what) {
    broken = new Broken(appeal, version, index, what);
  }
}
