package city.reception.router.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.AppealId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The digest of one entry of a journal: SHA-256 over the digest of the entry before it and over all
 * that the entry says. Numbers are big-endian, texts and digests bear their length before them, and
 * what is absent has the length -1.
 */
final class JournalDigest {

  /** What stands before the first entry of a chain. */
  private static final byte[] BEGINNING = new byte[32];

  private static final byte LAYOUT = 1;

  private JournalDigest() {}

  /**
   * What an entry says.
   *
   * @param streamId with {@code offset}, where the record lies that brought it about; null where a
   *     person at the database did
   * @param actor the salted digest of the person's name
   * @param texts the salted digest of what people wrote; for a registration, of the appeal
   */
  // Made to be digested, and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(
      AppealId appeal,
      int version,
      int index,
      String type,
      Instant at,
      @Nullable Integer streamId,
      @Nullable Long offset,
      String party,
      @Nullable Integer seen,
      String facts,
      byte @Nullable [] actor,
      byte @Nullable [] texts) {}

  /**
   * Links an entry to the one before it.
   *
   * @param previous the digest of that one; null for the first one of a chain
   */
  static byte[] of(byte @Nullable [] previous, Entry entry) {
    MessageDigest sha256 = sha256();
    sha256.update(LAYOUT);
    sha256.update(previous == null ? BEGINNING : previous);
    ByteBuffer numbers = ByteBuffer.allocate(64);
    numbers
        .putLong(entry.appeal.value().getMostSignificantBits())
        .putLong(entry.appeal.value().getLeastSignificantBits())
        .putInt(entry.version)
        .putInt(entry.index)
        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at))
        .putInt(entry.streamId == null ? -1 : entry.streamId)
        .putLong(entry.offset == null ? -1 : entry.offset)
        .putInt(entry.seen == null ? -1 : entry.seen);
    sha256.update(numbers.flip());
    update(sha256, entry.type.getBytes(UTF_8));
    update(sha256, entry.party.getBytes(UTF_8));
    update(sha256, entry.facts.getBytes(UTF_8));
    update(sha256, entry.actor);
    update(sha256, entry.texts);
    return sha256.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void update(MessageDigest sha256, byte @Nullable [] value) {
    int length = value == null ? -1 : value.length;
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    if (value != null) {
      sha256.update(value);
    }
  }
}
