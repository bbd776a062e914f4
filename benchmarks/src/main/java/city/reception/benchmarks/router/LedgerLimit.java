package city.reception.benchmarks.router;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.CommitteeId;
import city.reception.events.Topics;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The bare limit: writes as many rows of the same shape into the same tables, by the same multi-row
 * statements, and sends as many bytes, but decides nothing, decodes nothing and reads nothing back.
 */
final class LedgerLimit implements TransactionalLoop.Transformation {

  private static final String INPUT =
      """
      insert into input (stream_id, off, at, event_key, appeal_id, result, reason, outputs)
      select s, o, t, e, a, 'APPLIED', null, b
      from unnest(?::int[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::bytea[])
        as i (s, o, t, e, a, b)
      """;

  private static final String CASE =
      """
      insert into appeal_case
        (appeal_id, version, idx, status, number, committee, registered_at, due_at,
         due_explanation_ru, due_explanation_en, body_digest)
      select a, 1, 1, 'ROUTED', n, 'reception', t, t, ?, ?, d
      from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[]) as c (a, n, t, d)
      """;

  private static final String CONTENT =
      """
      insert into appeal_content (appeal_id, content)
      select a, c::json from unnest(?::uuid[], ?::text[]) as t (a, c)
      """;

  private static final String EVENT =
      """
      insert into case_event (appeal_id, version, idx, type, at, facts, stream_id, off)
      select a, 1, i, case i when 0 then 'Registered' else 'Routed' end, t, ?::json, s, o
      from unnest(?::uuid[], ?::timestamptz[], ?::int[], ?::bigint[]) as e (a, t, s, o),
        generate_series(0, 1) i
      """;

  private static final String TIMER =
      """
      insert into timer (appeal_id, timer, generation, due_at)
      select a, 'ANSWER_DUE_IN_3_DAYS', 1, t + interval '27 days'
      from unnest(?::uuid[], ?::timestamptz[]) as t (a, t)
      """;

  private static final String EXPLANATION =
      "Ответ должен быть дан до 26.12.2026: 30 дней со дня регистрации 26.11.2026 (59-ФЗ, статья"
          + " 12, часть 1).";
  private static final String FACTS =
      """
      {"number":"МГД-2026-000001","bodyDigest":"kQp9c0yC0d4P2uQwqz6r4m1n8b7v6c5x4z3a2s1d0f9","route":\
      {"committee":"reception","rule":"UNCERTAIN","modelVersion":"keywords-00000000","explanation":\
      {"ru":"Слова не дают уверенности; решает сотрудник приёмной.","en":"The words are not enough \
      to be sure; the reception decides."}}}\
      """;

  private final Connection connection;
  private final byte[] status = new byte[700];

  LedgerLimit(Connection connection) {
    this.connection = connection;
    Arrays.fill(status, (byte) 'x');
  }

  @Override
  public List<ProducerRecord<byte[], byte[]>> of(List<ConsumerRecord<byte[], byte[]>> batch) {
    try {
      write(batch);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("the batch cannot be written", e);
    }
    List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>(3 * batch.size());
    String routed = Topics.routed(CommitteeId.RECEPTION).name();
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      outputs.add(output(Topics.STATUS_CHANGED.name(), record, status));
      outputs.add(output(Topics.STATUS_CHANGED.name(), record, status));
      outputs.add(output(routed, record, record.value()));
    }
    return outputs;
  }

  private static ProducerRecord<byte[], byte[]> output(
      String topic, ConsumerRecord<byte[], byte[]> record, byte[] value) {
    return new ProducerRecord<>(topic, null, record.key(), value, record.headers());
  }

  private void write(List<ConsumerRecord<byte[], byte[]>> batch) throws SQLException {
    Object[] appeals = column(batch, LedgerLimit::appeal, UUID[]::new);
    Object[] times = column(batch, record -> new Timestamp(record.timestamp()), Timestamp[]::new);
    Object[] streams = column(batch, ConsumerRecord::partition, Integer[]::new);
    Object[] offsets = column(batch, ConsumerRecord::offset, Long[]::new);
    execute(
        INPUT,
        streams,
        offsets,
        times,
        column(batch, record -> UUID.randomUUID(), UUID[]::new),
        appeals,
        column(batch, this::outputs, byte[][]::new));
    execute(
        CASE,
        EXPLANATION,
        EXPLANATION,
        appeals,
        column(batch, record -> "МГД-" + record.partition() + "-" + record.offset(), String[]::new),
        times,
        column(batch, record -> "kQp9c0yC0d4P2uQwqz6r4m1n8b7v6c5x4z3a2s1d0f9", String[]::new));
    execute(CONTENT, appeals, column(batch, r -> new String(r.value(), UTF_8), String[]::new));
    execute(EVENT, FACTS, appeals, times, streams, offsets);
    execute(TIMER, appeals, times);
  }

  /** What the ledger keeps to send again: all outputs of one input in one value. */
  private byte[] outputs(ConsumerRecord<byte[], byte[]> record) {
    return ByteBuffer.allocate(2 * status.length + record.value().length + 600)
        .put(status)
        .put(status)
        .put(record.value())
        .array();
  }

  private void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  private static UUID appeal(ConsumerRecord<byte[], byte[]> record) {
    return UUID.fromString(new String(record.key(), UTF_8));
  }

  private static <C> Object[] column(
      List<ConsumerRecord<byte[], byte[]>> batch,
      Function<ConsumerRecord<byte[], byte[]>, C> value,
      IntFunction<C[]> array) {
    return batch.stream().map(value).toArray(array);
  }
}
