package city.reception.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LettersTest {

  @Test
  void theSameSeedWritesTheSameLettersAndNoTwoAreAlike() {
    List<byte[]> letters = new Letters(7).bodies(200);
    List<byte[]> again = new Letters(7).bodies(200);

    Set<Integer> distinct = new HashSet<>();
    for (int i = 0; i < letters.size(); i++) {
      assertThat(letters.get(i)).isEqualTo(again.get(i));
      distinct.add(Arrays.hashCode(letters.get(i)));
    }
    assertThat(distinct).hasSize(200);
    assertThat(letters.stream().mapToInt(letter -> letter.length).average().orElseThrow())
        .isBetween(900.0, 1300.0);
  }

  @Test
  void keysCanBeMadeAgainFromTheirNumbers() {
    Keys keys = new Keys(3);

    assertThat(keys.key(5)).hasSize(32).matches("[0-9a-f]+").isEqualTo(new Keys(3).key(5));
    assertThat(keys.key(6)).isNotEqualTo(keys.key(5));
  }
}
