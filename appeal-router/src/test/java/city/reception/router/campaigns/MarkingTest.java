package city.reception.router.campaigns;

import static city.reception.router.campaigns.Copies.CLINIC;
import static city.reception.router.campaigns.Copies.PARK;
import static city.reception.router.campaigns.Copies.letter;
import static city.reception.router.campaigns.Copies.marks;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What counts in a comparison of letters, and what does not. */
class MarkingTest {

  private static final String NAME = "Орлова Мария Петровна";

  @Test
  void greetingsSignaturesNamesAndNumbersCountForNothing() {
    String signed =
        """
        Здравствуйте, уважаемый Сергей Николаевич! Меня зовут Щукина Нина Львовна, адрес: дом 5.
        %s
        С уважением, Щукина Нина Львовна, тел. 8 (900) 123-45-67, 12.11.2026\
        """
            .formatted(PARK);
    Letter other =
        new Letter(
            Copies.person("Щукина Нина Львовна"),
            "Сергей Николаевич",
            "Срочно",
            signed,
            "ул. Лесная, 3");

    assertThat(similarity(letter(NAME, PARK), other)).isEqualTo(1);
  }

  @Test
  void lettersThatLookAlikeAreTheSameLetters() {
    String disguised =
        PARK.replace('а', 'a')
            .replace('о', 'o')
            .replace('е', 'e')
            .replace('ё', 'е')
            .replace('с', 'c');

    assertThat(similarity(letter(NAME, PARK), letter(NAME, disguised))).isEqualTo(1);
    assertThat(similarity(letter(NAME, PARK), letter(NAME, PARK.toUpperCase(Locale.ROOT))))
        .isEqualTo(1);
  }

  @Test
  void aSmallEditTakesLittleAndAnotherMatterHasNothingInCommon() {
    String edited = PARK.replace("платной автостоянки", "большой парковки").replace("весь", "этот");

    assertThat(similarity(letter(NAME, PARK), letter(NAME, edited))).isBetween(0.5, 0.95);
    assertThat(similarity(letter(NAME, PARK), letter(NAME, CLINIC))).isLessThan(0.05);
  }

  @Test
  void equalTextsAreFoundUnderAllTheirKeysAndStrangersUnderNone() {
    assertThat(marks("Щукина Нина Львовна", PARK).keys()).isEqualTo(marks(NAME, PARK).keys());
    assertThat(Arrays.stream(marks(NAME, PARK).keys()).boxed().toList())
        .doesNotContainAnyElementsOf(Arrays.stream(marks(NAME, CLINIC).keys()).boxed().toList());
  }

  @Test
  void aTextOfAFewWordsIsFoundUnderNoKeyAndIsOnlyLikeItself() {
    Letter pit = new Letter(Copies.person(NAME), null, "Дорога", "Яма на дороге", "ул. Лесная, 3");
    Letter otherPlace =
        new Letter(Copies.person(NAME), null, "Дорога", "Яма на дороге", "ул. Лесная, 8");

    assertThat(marks(pit).isComparable()).isFalse();
    assertThat(similarity(pit, pit)).isEqualTo(1);
    assertThat(similarity(pit, otherPlace)).isLessThan(0.1);
  }

  @Test
  void aPersonIsKnownByNameWhateverItsOrderAndLettersAndNobodyElseIs() {
    long orlova = marks(NAME, PARK).applicant();

    assertThat(marks("мария петровна ОРЛОВА", CLINIC).applicant()).isEqualTo(orlova);
    assertThat(marks("Oрлoвa Мapия Петровна", CLINIC).applicant()).isEqualTo(orlova);
    assertThat(marks("Орлов Марий Петрович", PARK).applicant()).isNotEqualTo(orlova);
    assertThat(marks(organisation("Школа № 5")).applicant())
        .isNotEqualTo(marks(organisation("Школа № 7")).applicant());
  }

  @Test
  void noMarksAreTooFew() {
    assertThat(marks("", "").isComparable()).isFalse();
    assertThat(marks("—", "!!! 123 ???").isComparable()).isFalse();
  }

  private static Letter organisation(String name) {
    return new Letter(
        new Applicant(ApplicantType.LEGAL_ENTITY, NAME, name), null, "Обращение", PARK, null);
  }

  private static double similarity(Letter one, Letter other) {
    return marks(one).signature().similarity(marks(other).signature());
  }
}
