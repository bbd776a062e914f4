package city.reception.router.ledger;

import static city.reception.router.ledger.LedgerDatabase.RECEIVED;
import static city.reception.router.ledger.LedgerDatabase.SIGNALS;
import static city.reception.router.ledger.LedgerDatabase.applied;
import static city.reception.router.ledger.LedgerDatabase.at;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.router.ledger.RecordedInput.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger knows what it recorded of each partition, and how far. */
class RecordedInputsTest {

  private static final AppealId APPEAL = AppealId.of("portal", "recorded-inputs-appeal-1");
  private static final AppealId OTHER = AppealId.of("portal", "recorded-inputs-appeal-2");
  private static final LedgerDatabase database = new LedgerDatabase();

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void outputsComeBackByteForByte() {
    byte[] mebibyte = new byte[1_048_576];
    new Random(1).nextBytes(mebibyte);
    List<byte[]> outputs =
        List.of(new byte[0], new byte[] {0}, new byte[] {0, 1, 0, -1, '\\', '"', '{'}, mebibyte);
    LedgerWrite write = new LedgerWrite(Map.of());
    for (int offset = 0; offset < outputs.size(); offset++) {
      write.input(applied(RECEIVED, offset, UUID.randomUUID(), APPEAL, outputs.get(offset)));
    }

    database.committed(write, Map.of(RECEIVED, 4L));

    Map<Position, RecordedInput> recorded =
        recorded(IntStream.range(0, 5).mapToObj(offset -> at(RECEIVED, offset)).toList());
    assertThat(recorded).hasSize(4);
    for (int offset = 0; offset < outputs.size(); offset++) {
      assertThat(recorded.get(at(RECEIVED, offset)))
          .extracting(RecordedInput::outputs)
          .isEqualTo(outputs.get(offset));
    }
  }

  @Test
  void whatBecameOfAnInputComesBackAtItsPositionAndNowhereElse() {
    RecordedInput applied = applied(RECEIVED, 5, UUID.randomUUID(), APPEAL, (byte) 1);
    RecordedInput refused =
        new RecordedInput(
            at(SIGNALS, 5),
            Instant.EPOCH,
            UUID.randomUUID(),
            OTHER,
            Result.REFUSED,
            "STALE_VERSION",
            bytes(2));
    RecordedInput parked =
        new RecordedInput(
            at(RECEIVED, 6), Instant.EPOCH, null, null, Result.PARKED, "no UTF-8", bytes(3));
    RecordedInput parkedToo =
        new RecordedInput(
            at(RECEIVED, 7), Instant.EPOCH, null, null, Result.PARKED, "no UTF-8", bytes(4));
    LedgerWrite write = new LedgerWrite(Map.of());
    List.of(applied, refused, parked, parkedToo).forEach(write::input);

    database.committed(write, Map.of(RECEIVED, 8L, SIGNALS, 6L));

    assertThat(recorded(List.of(at(RECEIVED, 4), at(RECEIVED, 5), at(SIGNALS, 5), at(SIGNALS, 6))))
        .usingRecursiveComparison()
        .isEqualTo(Map.of(at(RECEIVED, 5), applied, at(SIGNALS, 5), refused));
    assertThat(recorded(List.of(at(RECEIVED, 6), at(RECEIVED, 7))).values())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrder(parked, parkedToo);
  }

  @Test
  void anEventIsKnownOnceItHadItsEffect() {
    UUID known = UUID.randomUUID();
    UUID unknown = UUID.randomUUID();
    LedgerWrite write = new LedgerWrite(Map.of());
    write.input(applied(RECEIVED, 0, known, APPEAL));
    database.committed(write, Map.of(RECEIVED, 1L));

    try (var transaction = database.begin()) {
      assertThat(transaction.ledger.known(List.of(known, unknown))).containsExactly(known);
    }
  }

  @Test
  void theNextOffsetNeverGoesBack() {
    database.committed(new LedgerWrite(Map.of()), Map.of(RECEIVED, 12L, SIGNALS, 3L));

    database.committed(new LedgerWrite(Map.of()), Map.of(RECEIVED, 5L, SIGNALS, 4L));

    assertThat(new JdbcCaseLedger(database.jdbc).positions())
        .isEqualTo(Map.of(RECEIVED, 12L, SIGNALS, 4L));
    try (var transaction = database.begin()) {
      assertThat(transaction.ledger.lock(List.of(RECEIVED, SIGNALS)))
          .isEqualTo(Map.of(RECEIVED, 12L, SIGNALS, 4L));
    }
  }

  @Test
  void aPartitionThatWasNeverReadStandsAtItsBeginning() {
    try (var transaction = database.begin()) {
      assertThat(transaction.ledger.lock(List.of(RECEIVED, SIGNALS)))
          .isEqualTo(Map.of(RECEIVED, 0L, SIGNALS, 0L));
    }
  }

  @Test
  void aPartitionWhoseFirstBatchWasRolledBackIsRecordedByTheNextOne() {
    JdbcCaseLedger ledger = new JdbcCaseLedger(database.jdbc);
    var transactions = database.transactions();
    transactions.executeWithoutResult(status -> {
      ledger.lock(List.of(RECEIVED));
      status.setRollbackOnly();
    });

    transactions.executeWithoutResult(status -> {
      assertThat(ledger.lock(List.of(RECEIVED))).isEqualTo(Map.of(RECEIVED, 0L));
      LedgerWrite write = new LedgerWrite(Map.of());
      write.input(applied(RECEIVED, 0, UUID.randomUUID(), APPEAL));
      ledger.write(write, Map.of(RECEIVED, 1L));
    });

    assertThat(ledger.positions()).isEqualTo(Map.of(RECEIVED, 1L));
    assertThat(recorded(List.of(at(RECEIVED, 0)))).hasSize(1);
  }

  @Test
  void manyPartitionsAreLockedAtOnce() {
    List<Partition> partitions =
        IntStream.range(0, 12)
            .mapToObj(part -> new Partition("appeals.received.v1", part))
            .toList();
    try (var transaction = database.begin()) {
      assertThat(transaction.ledger.lock(partitions)).hasSize(12);
      transaction.commit();
    }
    List<Partition> more = new ArrayList<>(partitions);
    more.add(SIGNALS);
    try (var transaction = database.begin()) {
      assertThat(transaction.ledger.lock(more)).hasSize(13);
    }
  }

  @Test
  void aBatchWithoutInputsOnlyMovesItsOffsets() {
    database.committed(new LedgerWrite(Map.of()), Map.of(RECEIVED, 12L));

    assertThat(new JdbcCaseLedger(database.jdbc).positions()).isEqualTo(Map.of(RECEIVED, 12L));
    assertThat(database.count("input")).isZero();
  }

  private Map<Position, RecordedInput> recorded(List<Position> positions) {
    try (var transaction = database.begin()) {
      transaction.ledger.lock(List.of(RECEIVED, SIGNALS));
      return transaction.ledger.recorded(positions);
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
