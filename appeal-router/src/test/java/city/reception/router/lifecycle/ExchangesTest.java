package city.reception.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Correspondence;
import city.reception.events.Correspondence.Exchange;
import city.reception.events.Correspondence.Kind;
import city.reception.events.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of a long correspondence. */
class ExchangesTest {

  private @Nullable Correspondence kept;

  @Test
  void ofManyTheLatestAreKeptAndTheOthersCounted() {
    for (int i = 1; i <= Limits.EXCHANGES + 3; i++) {
      said("письмо " + i);
    }

    assertThat(kept().exchanges()).hasSize(Limits.EXCHANGES);
    assertThat(kept().exchanges().getFirst().text()).isEqualTo("письмо 4");
    assertThat(kept().exchanges().getLast().text()).isEqualTo("письмо " + (Limits.EXCHANGES + 3));
    assertThat(kept().leftOut()).isEqualTo(3);
  }

  @Test
  void ofLongOnesAsManyAreKeptAsFit() {
    said("короткое");
    said("а".repeat(Limits.TEXT));
    said("б".repeat(Limits.TEXT));
    said("в".repeat(Limits.TEXT));

    assertThat(kept().exchanges())
        .extracting(exchange -> exchange.text().charAt(0))
        .containsExactly('а', 'б', 'в');
    assertThat(kept().leftOut()).isEqualTo(1);

    said("коротко");

    assertThat(kept().exchanges())
        .extracting(exchange -> exchange.text().charAt(0))
        .containsExactly('б', 'в', 'к');
    assertThat(kept().leftOut()).isEqualTo(2);
  }

  private void said(String text) {
    kept =
        Exchanges.after(
            kept,
            new Exchange(Kind.CLARIFIED, CaseStory.BEGINNING, null, null, text, null, null, null));
  }

  private Correspondence kept() {
    assertThat(kept).isNotNull();
    return kept;
  }
}
