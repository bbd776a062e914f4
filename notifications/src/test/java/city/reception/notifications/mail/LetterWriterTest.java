package city.reception.notifications.mail;

import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealStatus;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import city.reception.events.contact.Contact;
import city.reception.notifications.AppealOfTest;
import city.reception.notifications.notice.PlannedNotice;
import city.reception.notifications.notice.PlannedNotice.Answer;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterWriterTest {

  private static final LocalizedText NAME = new LocalizedText("Приём & запись", "Reception & desk");

  private final AppealOfTest appeal = anAppeal();
  private final LetterWriter writer =
      new LetterWriter(
          new Committees(
              List.of(
                  new Committee(
                      CommitteeId.RECEPTION, NAME, NAME, List.of(), List.of(), List.of())),
              List.of(),
              List.of()),
          new MailProperties(
              "no-reply@reception.example",
              "reception.example",
              "https://reception.example/{appealId}",
              ZoneId.of("Europe/Moscow")));

  @ParameterizedTest
  @EnumSource
  void everyKindIsWrittenInBothLanguagesWithNothingLeftOpen(NoticeKind kind) {
    for (String locale : List.of("ru", "en", "de", "")) {
      Letter letter = writer.write(notice(kind, "Ямы засыпаны.", "Петрова"), contact(locale));

      assertThat(List.of(letter.subject(), letter.text(), letter.html()))
          .allSatisfy(text ->
              assertThat(text)
                  .doesNotContain("??")
                  .doesNotContain("null")
                  .doesNotContain("[(")
                  .doesNotContain("{0}"));
      assertThat(letter.text())
          .contains(appeal.number().value())
          .contains("https://reception.example/" + appeal.id())
          .contains(appeal.trackingCode())
          .contains(locale.equals("en") ? "21 December 2026" : "21 декабря 2026");
    }
  }

  @Test
  void aTextIsATextInHtmlToo() {
    String hostile =
        "<script>alert(1)</script>\n\"><img src=x onerror=alert(2)> ${7*7} [[#{x}]] 'a'";

    Letter letter =
        writer.write(notice(NoticeKind.ANSWERED, hostile, "<b>Петрова</b>"), contact("ru"));

    assertThat(letter.html())
        .doesNotContain("<script>")
        .doesNotContain("<img")
        .doesNotContain("<b>Петрова")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&lt;b&gt;Петрова&lt;/b&gt;")
        .contains("${7*7}")
        .contains("[[#{x}]]")
        .contains("Приём &amp; запись");
    assertThat(letter.text()).contains(hostile).contains("Приём & запись");
  }

  @Test
  void aCommitteeThatIsNoLongerDescribedIsNamedByItsSlug() {
    CaseSummary summary = appeal.summary(1, 0, AppealStatus.ROUTED, new CommitteeId("dissolved"));

    assertThat(
            writer
                .write(
                    new PlannedNotice(
                        new EventId("n"), NoticeKind.ROUTED, NoticeMedium.EMAIL, summary, null),
                    contact("ru"))
                .text())
        .contains("dissolved");
  }

  private PlannedNotice notice(NoticeKind kind, String answer, String signedBy) {
    boolean routed = kind != NoticeKind.REGISTERED;
    return new PlannedNotice(
        new EventId("a-notice"),
        kind,
        NoticeMedium.EMAIL,
        appeal.summary(2, 0, AppealStatus.ROUTED, routed ? CommitteeId.RECEPTION : null),
        kind == NoticeKind.ANSWERED || kind == NoticeKind.EXTENDED
            ? new Answer(answer, signedBy)
            : null);
  }

  private Contact contact(String locale) {
    return new Contact("a@example.org", null, null, locale, appeal.trackingCode());
  }
}
