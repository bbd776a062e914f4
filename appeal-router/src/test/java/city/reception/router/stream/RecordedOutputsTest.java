package city.reception.router.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs come back from the ledger as they went in, byte for byte. */
class RecordedOutputsTest {

  private static final String FORMAT_3 =
      """
      AwAAAmkotS/9YGkBTQwA1pdRNjCN0hyAAbnyCm0t1FHxzR8MW5vwvtcG3UgzMHbp3rddr/jJ4A9wiKi2EpuI
      muQ3qodlkx3Rpj0APwBFAHL1dK+JEqRTv5YNhcKH4H9PFPr0g/jvQPDpF+A/xH9GsZiZFyf4zzYaqDOii/DW
      pKijs5kT19PkDvyH/A8E/jP6WgODmk+/Af8hMDfmRsEXjJfD1oTDjoEIcsMA/I8SnLI3Xk/z6RfxXzalJLkk
      Iv73k5Q0n34CZNMJMzoUqoW6bWVjRJQDucwykFhILh5UNJBYbNtluC1HQxEuw9ous7xtoYqttKVIF0XU3MoD
      5I/S1JCIEqTuwck0uQKLxqZRegEWi2WbCYedxmENUxD5qBhqR41MqC6VhCpDjXxUj7qhcqgdakeNXCqPqqFe
      qguU3Erb6CYTh4QuaApaZrdtN6UwiqS3zLJVoQYYAAZKHkSRxFXytpaOA/jWdmDiotmxvO6oUcu8azGL56Kb
      jSdp2R+iqQcLY4337AxXQgyhw6ooEJBzAJRinIEn
      """;

  private static final String FORMAT_4 =
      """
      BAAAAmkotS/9YzkHBnRpAZUDAHQCAAAAATAtODEAAAAHMhQyLTAxVDA4OjAwOjAwMQECMUUzMS4ifX19Hfyw
      InGr9Df0CGV5O7AgOzsyp1GnMWpqbMr6dK1shxo7+MkWUCLehE5sCdeA90M8H0cAcb51sr1dBoLWbaNfrVIC
      LuyIzbJyCA==
      """;

  @Provide
  Arbitrary<List<ProducerRecord<byte[], byte[]>>> outputs() {
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(64).injectNull(0.2);
    Arbitrary<RecordHeader> header =
        Combinators.combine(Arbitraries.strings().ofMaxLength(20), bytes)
            .as((String name, byte[] value) -> new RecordHeader(valid(name), value));
    return Combinators.combine(
            Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(30),
            bytes,
            bytes,
            header.list().ofMaxSize(5))
        .as(RecordedOutputsTest::output)
        .list()
        .ofMaxSize(5);
  }

  @Property
  void whatWasRecordedIsSentAgainByteForByte(
      @ForAll("outputs") List<ProducerRecord<byte[], byte[]>> outputs) {
    assertSame(RecordedOutputs.read(RecordedOutputs.write(outputs)), outputs);
  }

  @Test
  void absentAndEmptyStayApart() {
    ProducerRecord<byte[], byte[]> nothing = new ProducerRecord<>("t", null, null);
    nothing.headers().add("absent", null).add("empty", new byte[0]).add("absent", null);
    ProducerRecord<byte[], byte[]> empty = new ProducerRecord<>("t", new byte[0], new byte[0]);

    assertSame(
        RecordedOutputs.read(RecordedOutputs.write(List.of(nothing, empty))),
        List.of(nothing, empty));
  }

  @Test
  void headersKeepTheirOrderAndTheirRepeats() {
    ProducerRecord<byte[], byte[]> output = new ProducerRecord<>("t", null, null);
    output.headers().add("b", utf8("1")).add("a", utf8("2")).add("b", utf8("3")).add("", utf8(""));

    assertSame(RecordedOutputs.read(RecordedOutputs.write(List.of(output))), List.of(output));
  }

  @Test
  void theLargestRecordComesBack() {
    byte[] mebibyte = new byte[1_048_576];
    new Random(7).nextBytes(mebibyte);
    ProducerRecord<byte[], byte[]> output = new ProducerRecord<>("t", new byte[] {0}, mebibyte);

    assertSame(RecordedOutputs.read(RecordedOutputs.write(List.of(output))), List.of(output));
  }

  /** Kafka sets no limit to a header's name but the record's size, and a stranger may use that. */
  @Test
  void aHeaderWithAVeryLongNameIsRecordedLikeAnyOther() {
    ProducerRecord<byte[], byte[]> output = new ProducerRecord<>("t.dlt", null, utf8("value"));
    output.headers().add("имя".repeat(30_000), utf8("1"));

    assertSame(RecordedOutputs.read(RecordedOutputs.write(List.of(output))), List.of(output));
  }

  @Test
  void noOutputsAndForgottenOutputsAreNothingToSend() {
    assertThat(RecordedOutputs.read(RecordedOutputs.write(List.of()))).isEmpty();
    assertThat(RecordedOutputs.read(new byte[0])).isEmpty();
  }

  @Test
  void aFormatOfTomorrowIsNotGuessedAt() {
    byte[] recorded = RecordedOutputs.write(List.of(new ProducerRecord<>("t", null, null)));
    recorded[0] = 5;

    assertThatThrownBy(() -> RecordedOutputs.read(recorded))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Outputs lie in the database for weeks, so neither format changes, nor does the dictionary. */
  @ParameterizedTest
  @ValueSource(strings = {FORMAT_3, FORMAT_4})
  void whatEarlierReleasesRecordedComesBack(String recorded) {
    assertSame(
        RecordedOutputs.read(Base64.getMimeDecoder().decode(recorded)), List.of(forStatusTopic()));
  }

  @Test
  void theDictionaryKnowsWhatMostOutputsSay() {
    byte[] recorded = RecordedOutputs.write(List.of(forStatusTopic()));

    int withoutDictionary = Zstd.compress(RecordedOutputs.plain(recorded)).length;
    assertThat(recorded).hasSizeLessThan(withoutDictionary / 2);
  }

  private static ProducerRecord<byte[], byte[]> forStatusTopic() {
    String appeal = "00000000-0000-8000-8000-000000000001";
    ProducerRecord<byte[], byte[]> output =
        new ProducerRecord<>(
            "appeals.status-changed.v1",
            utf8(appeal),
            utf8(
                """
                {"summary":{"appealId":"%s","version":1,"index":0,"status":"REGISTERED",\
                "registrationNumber":"МГД-2026-000001","committee":"reception",\
                "dueAtExplanation":{"ru":"Ответ должен быть дан до 31.12.2026."}}}\
                """
                    .formatted(appeal)));
    output
        .headers()
        .add("ce_id", utf8("00000000-0000-8000-8000-000000000002"))
        .add("ce_type", utf8("city.reception.case-registered.v1"))
        .add("ce_source", utf8("/appeal-router"))
        .add("ce_specversion", utf8("1.0"))
        .add("ce_time", utf8("2026-12-01T08:00:00Z"))
        .add("ce_subject", utf8(appeal))
        .add("content-type", utf8("application/json"));
    return output;
  }

  private static void assertSame(
      List<ProducerRecord<byte[], byte[]>> actual, List<ProducerRecord<byte[], byte[]>> expected) {
    // Array contents are not part of a record's own equals.
    assertThat(actual.stream().map(RecordedOutputsTest::inWords))
        .containsExactlyElementsOf(expected.stream().map(RecordedOutputsTest::inWords).toList());
  }

  private static List<@Nullable String> inWords(ProducerRecord<byte[], byte[]> output) {
    List<@Nullable String> words = new ArrayList<>();
    words.add(output.topic());
    words.add(Arrays.toString(output.key()));
    words.add(Arrays.toString(output.value()));
    output
        .headers()
        .forEach(header -> {
          words.add(header.key());
          words.add(Arrays.toString(header.value()));
        });
    return words;
  }

  private static ProducerRecord<byte[], byte[]> output(
      String topic, byte @Nullable [] key, byte @Nullable [] value, List<RecordHeader> headers) {
    ProducerRecord<byte[], byte[]> output = new ProducerRecord<>(topic, key, value);
    headers.forEach(output.headers()::add);
    return output;
  }

  /** As Kafka reads a header's name: half a surrogate pair never gets through. */
  private static String valid(String name) {
    return new String(name.getBytes(UTF_8), UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
