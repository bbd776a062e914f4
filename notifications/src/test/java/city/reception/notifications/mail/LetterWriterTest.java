package city.reception.notifications.mail;

import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CasePart;
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
import city.reception.notifications.notice.PlannedNotice.Details;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterWriterTest {

  private static final LocalizedText NAME = new LocalizedText("Приём & запись", "Reception & desk");

  private static final Set<NoticeKind> OVER_WITHOUT_ANSWER =
      Set.of(NoticeKind.FORWARDED, NoticeKind.REFUSED, NoticeKind.CORRESPONDENCE_ENDED);

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
          .contains(appeal.trackingCode());
      String due = locale.equals("en") ? "21 December 2026" : "21 декабря 2026";
      assertThat(letter.text().contains(due)).isEqualTo(!OVER_WITHOUT_ANSWER.contains(kind));
      assertThat(letter.html().contains(due)).isEqualTo(!OVER_WITHOUT_ANSWER.contains(kind));
    }
  }

  @Test
  void aRefusalSaysTheGroundInTheResidentsLanguageAndWhereTheAnswerIs() {
    Answer answer =
        new Answer(
            null,
            "Белова М. С.",
            new Details(
                null,
                null,
                null,
                new LocalizedText("Уже размещён (статья 11).", "Published (article 11)."),
                "https://duma.example/17"));

    assertThat(writer.write(notice(NoticeKind.REFUSED, answer), contact("ru")).text())
        .contains(
            "Уже размещён (статья 11).\n\nОтвет опубликован: https://duma.example/17",
            "Белова М. С.",
            "обжаловать");
    Letter english = writer.write(notice(NoticeKind.REFUSED, answer), contact("en"));
    assertThat(english.text()).contains("Published (article 11).");
    assertThat(english.html()).contains("Published (article 11).", "https://duma.example/17");
  }

  @Test
  void aForwardingSaysWhereToAndASplitWhoGotWhat() {
    Answer forwarded =
        new Answer(
            "Надзор ведёт она.",
            "Белова М. С.",
            new Details("Жилищная инспекция", null, null, null, null));
    assertThat(writer.write(notice(NoticeKind.FORWARDED, forwarded), contact("ru")).text())
        .contains("Куда: Жилищная инспекция\n\nНадзор ведёт она.");

    Answer split =
        new Answer(
            "Два вопроса.",
            "Белова М. С.",
            new Details(
                null,
                List.of(part(1, "О {парке} и 'сквере'."), part(2, "О лифте.")),
                null,
                null,
                null));
    assertThat(writer.write(notice(NoticeKind.SPLIT, split), contact("en")).text())
        .contains(
            "1. О {парке} и 'сквере'. — Reception & desk\n"
                + "2. О лифте. — Reception & desk\n\nДва вопроса.");
  }

  @Test
  void theAnswerToAPartSaysToWhichAndAQuestionSaysHowToAnswer() {
    Answer answered =
        new Answer(
            "Парк сохранят.",
            "Петрова П. П.",
            new Details(null, null, part(1, "О парке."), null, null));
    assertThat(writer.write(notice(NoticeKind.PART_ANSWERED, answered), contact("ru")).text())
        .contains("1. О парке. — Приём & запись\n\nПарк сохранят.");

    Letter question =
        writer.write(
            notice(NoticeKind.CLARIFICATION_ASKED, "Какой подъезд?", "Белова"), contact("ru"));
    assertThat(question.text()).contains("Какой подъезд?", "действие CLARIFY");
    assertThat(question.html()).contains("Какой подъезд?", "действие CLARIFY");
  }

  private static CasePart part(int number, String question) {
    return new CasePart(number, new AppealId(new UUID(0, number)), CommitteeId.RECEPTION, question);
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
    return notice(kind, isWritten(kind) ? new Answer(answer, signedBy) : null);
  }

  private static boolean isWritten(NoticeKind kind) {
    return switch (kind) {
      case REGISTERED, ROUTED, REGISTERED_AND_ROUTED, REDIRECTED, REOPENED -> false;
      case EXTENDED, ANSWERED, FORWARDED, SPLIT, PART_ANSWERED -> true;
      case CLARIFICATION_ASKED, REFUSED, CORRESPONDENCE_ENDED -> true;
    };
  }

  private PlannedNotice notice(NoticeKind kind, @Nullable Answer answer) {
    boolean routed = kind != NoticeKind.REGISTERED;
    return new PlannedNotice(
        new EventId("a-notice"),
        kind,
        NoticeMedium.EMAIL,
        appeal.summary(2, 0, AppealStatus.ROUTED, routed ? CommitteeId.RECEPTION : null),
        answer);
  }

  private Contact contact(String locale) {
    return new Contact("a@example.org", null, null, locale, appeal.trackingCode());
  }
}
