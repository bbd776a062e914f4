package city.reception.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class DerivedIdTest {

  @Property
  void equalArgumentsGiveTheEqualId(@ForAll String channel, @ForAll String key) {
    AppealId id = AppealId.of(channel, key);

    assertThat(AppealId.of(channel, key)).isEqualTo(id);
    assertThat(AppealId.parse(id.toString())).isEqualTo(id);
    assertThat(id.value().version()).isEqualTo(8);
    assertThat(id.value().variant()).isEqualTo(2);
  }

  @Property
  void theSameTextCutElsewhereGivesAnotherId(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String text,
      @ForAll @IntRange(max = 20) int first,
      @ForAll @IntRange(max = 20) int second) {
    int one = first % (text.length() + 1);
    int other = second % (text.length() + 1);

    assertThat(
            AppealId.of(text.substring(0, one), text.substring(one))
                .equals(AppealId.of(text.substring(0, other), text.substring(other))))
        .isEqualTo(one == other);
  }

  @Property
  void differentPartsGiveDifferentEventIds(
      @ForAll @Size(max = 4) List<@AlphaChars @StringLength(max = 3) String> parts,
      @ForAll @Size(max = 4) List<@AlphaChars @StringLength(max = 3) String> others) {
    assertThat(derived(parts).equals(derived(others))).isEqualTo(parts.equals(others));
  }

  private static EventId derived(List<String> parts) {
    return EventId.derived(parts.toArray(String[]::new));
  }
}
