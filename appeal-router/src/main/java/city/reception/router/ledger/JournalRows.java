package city.reception.router.ledger;

import static city.reception.router.ledger.JdbcCaseLedger.column;

import city.reception.events.AppealId;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseState;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rows of table {@code case_event}, and the chain that they form. */
final class JournalRows {

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final JournalFacts parts = new JournalFacts();

  JournalRows(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * The journals' share of a batch.
   *
   * @param contents what the residents of new cases wrote
   * @param heads the digest of the last entry of each case that has a new one
   */
  record Links(List<Row> rows, Map<AppealId, SealedText> contents, Map<AppealId, byte[]> heads) {}

  /** An entry as it is written. */
  // Written once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      JournalDigest.Entry entry,
      @Nullable SealedText actor,
      @Nullable SealedText texts,
      byte[] digest) {}

  /** Links the entries of {@code batch}, in their order, to what the cases were loaded with. */
  Links link(LedgerWrite batch, ToIntFunction<Position> streamId) {
    Map<AppealId, SealedText> contents = new HashMap<>();
    batch.inserted.forEach((appeal, state) -> contents.put(appeal, content(state)));
    Map<AppealId, byte[]> heads = new HashMap<>();
    List<Row> rows = new ArrayList<>(batch.events.size());
    for (LedgerWrite.NewEvent event : batch.events) {
      byte[] previous = heads.getOrDefault(event.appeal(), batch.heads.get(event.appeal()));
      Row row = row(event, contents.get(event.appeal()), streamId, previous);
      heads.put(event.appeal(), row.digest);
      rows.add(row);
    }
    return new Links(rows, contents, heads);
  }

  void insert(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into case_event
          (appeal_id, version, idx, type, at, facts, stream_id, off, party, seen, actor, actor_salt,
           texts, texts_salt, digest)
        select id, version, idx, type, at, facts::json, stream_id, off, party, seen,
          convert_from(actor, 'UTF8'), actor_salt, convert_from(texts, 'UTF8')::json, texts_salt,
          digest
        from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::timestamptz[], ?::text[],
          ?::int[], ?::bigint[], ?::text[], ?::int[], ?::bytea[], ?::bytea[], ?::bytea[],
          ?::bytea[], ?::bytea[])
          as e (id, version, idx, type, at, facts, stream_id, off, party, seen, actor, actor_salt,
            texts, texts_salt, digest)
        """,
        column(rows, row -> row.entry.appeal().value(), UUID[]::new),
        column(rows, row -> row.entry.version(), Integer[]::new),
        column(rows, row -> row.entry.index(), Integer[]::new),
        column(rows, row -> row.entry.type(), String[]::new),
        column(rows, row -> Timestamp.from(row.entry.at()), Timestamp[]::new),
        column(rows, row -> row.entry.facts(), String[]::new),
        column(rows, row -> row.entry.streamId(), Integer[]::new),
        column(rows, row -> row.entry.offset(), Long[]::new),
        column(rows, row -> row.entry.party(), String[]::new),
        column(rows, row -> row.entry.seen(), Integer[]::new),
        column(rows, row -> utf8(row.actor), byte[][]::new),
        column(rows, row -> salt(row.actor), byte[][]::new),
        column(rows, row -> utf8(row.texts), byte[][]::new),
        column(rows, row -> salt(row.texts), byte[][]::new),
        column(rows, Row::digest, byte[][]::new));
  }

  private Row row(
      LedgerWrite.NewEvent added,
      @Nullable SealedText content,
      ToIntFunction<Position> streamId,
      byte @Nullable [] previous) {
    CaseEvent event = added.event();
    String name = JournalFacts.actor(event);
    byte[] words = parts.texts(event);
    SealedText actor = name == null ? null : SealedText.of(name);
    SealedText texts = words == null ? null : SealedText.of(words);
    SealedText covered = event instanceof CaseEvent.Registered ? content : texts;
    Cause cause = added.cause();
    JournalDigest.Entry entry =
        new JournalDigest.Entry(
            added.appeal(),
            event.version(),
            event.index(),
            event.getClass().getSimpleName(),
            event.at(),
            streamId.applyAsInt(cause.position()),
            cause.position().offset(),
            cause.party(),
            cause.seen(),
            parts.facts(event),
            actor == null ? null : actor.digest(),
            covered == null ? null : covered.digest());
    return new Row(entry, actor, texts, JournalDigest.of(previous, entry));
  }

  private SealedText content(CaseState.Registered state) {
    return SealedText.of(json.writeValueAsBytes(state.file().content()));
  }

  private static byte @Nullable [] utf8(@Nullable SealedText sealed) {
    return sealed == null ? null : sealed.utf8();
  }

  private static byte @Nullable [] salt(@Nullable SealedText sealed) {
    return sealed == null ? null : sealed.salt();
  }
}
