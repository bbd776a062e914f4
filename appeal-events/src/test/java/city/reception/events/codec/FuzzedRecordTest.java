package city.reception.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.codec.Examples.Example;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Bytes at random: a record is read or refused, and nothing else ever happens. */
class FuzzedRecordTest {

  private static final List<Example<?>> EXAMPLES = Examples.all();
  private static final List<String> HEADERS =
      List.of(
          EventHeaders.ID,
          EventHeaders.TYPE,
          EventHeaders.SOURCE,
          EventHeaders.SPEC_VERSION,
          EventHeaders.TIME,
          EventHeaders.TRACEPARENT,
          EventHeaders.BODY_DIGEST);

  @Property
  void aChangedValueIsReadOrUndecodable(
      @ForAll @IntRange(max = 1_000_000) int which,
      @ForAll @Size(max = 8) List<@IntRange(max = 1_000_000) Integer> places,
      @ForAll @ByteRange(min = Byte.MIN_VALUE) byte with) {
    Example<?> example = EXAMPLES.get(which % EXAMPLES.size());
    byte[] value = example.encoded().value();
    places.forEach(place -> value[place % value.length] = with);

    readOrRefused(example, example.encodedWith(value));
  }

  @Property
  void aChangedHeaderIsReadOrUndecodable(
      @ForAll @IntRange(max = 6) int which, @ForAll byte[] bytes) {
    Example<?> example = EXAMPLES.getFirst();
    ProducerRecord<byte[], byte[]> record = example.encoded();
    record.headers().remove(HEADERS.get(which)).add(HEADERS.get(which), bytes);

    readOrRefused(example, record);
  }

  private static void readOrRefused(Example<?> example, ProducerRecord<byte[], byte[]> record) {
    try {
      assertThat(example.decoded(record)).isNotNull();
    } catch (UndecodableException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
