package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.codec.Examples.Example;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record whose headers or key are not as CloudEvents and the contract ask. */
class HostileHeaderTest {

  private static final Example<?> EXAMPLE = Examples.all().getFirst();

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_specversion"})
  void aRequiredHeaderThatIsMissingOrNullIsNamed(String name) {
    ProducerRecord<byte[], byte[]> without = EXAMPLE.encoded();
    without.headers().remove(name);

    assertThatThrownBy(() -> EXAMPLE.decoded(without))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("header " + name + " is missing");
    assertThatThrownBy(() -> EXAMPLE.decoded(with(name, (byte[]) null)))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("header " + name + " is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ce_id", "ce_type", "ce_source", "ce_specversion", "ce_time", "ce_bodydigest"})
  void aHeaderThatIsNotUtf8IsNamed(String name) {
    assertThatThrownBy(() -> EXAMPLE.decoded(with(name, new byte[] {(byte) 0xff})))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_id,''",
    "ce_id,Секрет",
    "ce_id,two words",
    "ce_type,Секрет",
    "ce_type,city.reception.take-up-appeal.v1",
    "ce_type,city.reception.appeal-received.v2",
    "ce_source,''",
    "ce_source,' '",
    "ce_source,Секрет\u0007а",
    "ce_specversion,0.3",
    "ce_time,Секрет",
    "ce_time,''",
    "ce_time,1763631000",
    "ce_time,+999999999-12-31T23:59:59Z",
    "ce_bodydigest,''",
    "ce_bodydigest,Секрет"
  })
  void aHeaderThatIsWrongIsNamedAndNotQuoted(String name, String value) {
    assertThatThrownBy(() -> EXAMPLE.decoded(with(name, value)))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("header " + name)
        .hasMessageNotContaining("Секрет");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_source", "ce_bodydigest"})
  void aHeaderThatIsTooLongIsNamed(String name) {
    assertThatThrownBy(() -> EXAMPLE.decoded(with(name, "x".repeat(301))))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining("header " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Секрет", "00-xyz", "00-0af7651916cd43dd8448eb211c80319c"})
  void aBrokenTraceIsNoReasonToLoseTheEvent(String traceparent) {
    assertThat(EXAMPLE.decoded(with(EventHeaders.TRACEPARENT, traceparent)).traceparent()).isNull();
  }

  @Test
  void aTraceThatIsNotUtf8IsIgnoredToo() {
    assertThat(EXAMPLE.decoded(with(EventHeaders.TRACEPARENT, new byte[] {(byte) 0xff})))
        .extracting(Envelope::traceparent)
        .isNull();
  }

  @Test
  void withoutATimeTheRecordsOwnStandsIn() {
    ProducerRecord<byte[], byte[]> record = EXAMPLE.encoded();
    record.headers().remove(EventHeaders.TIME);

    assertThat(EXAMPLE.decoded(record).time()).isEqualTo(Instant.ofEpochMilli(-1));
    assertThat(EXAMPLE.decoded(with(EventHeaders.TIME, "2026-11-20T13:00:00+03:00")).time())
        .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
  }

  @Test
  void theKeyMustBeTheAppealOfTheValue() {
    ProducerRecord<byte[], byte[]> own = EXAMPLE.encoded();
    String key = new String(own.key(), UTF_8);

    for (byte @Nullable [] wrong :
        new byte @Nullable [] @Nullable [] {
          null,
          {},
          {(byte) 0xff},
          key.toUpperCase(Locale.ROOT).getBytes(UTF_8),
          (key + " ").getBytes(UTF_8),
          "b956736e-39fd-86cc-b300-f9d42ee55934".getBytes(UTF_8)
        }) {
      assertThatThrownBy(() ->
              EXAMPLE.decoded(
                  new ProducerRecord<>(own.topic(), null, wrong, own.value(), own.headers())))
          .isInstanceOf(UndecodableException.class)
          .hasMessage("the record's key is not the appealId of its value");
    }
  }

  @Test
  void aRecordWithNothingInItIsUndecodable() {
    assertThatThrownBy(
            () -> EXAMPLE.decoded(new ProducerRecord<>("appeals.received.v1", null, null)))
        .isInstanceOf(UndecodableException.class);
  }

  private static ProducerRecord<byte[], byte[]> with(String name, String value) {
    return with(name, value.getBytes(UTF_8));
  }

  private static ProducerRecord<byte[], byte[]> with(String name, byte @Nullable [] value) {
    ProducerRecord<byte[], byte[]> record = EXAMPLE.encoded();
    record.headers().remove(name).add(name, value);
    return record;
  }
}
