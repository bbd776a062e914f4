package city.reception.notifications;

import static city.reception.notifications.AppealOfTest.ECOLOGY;
import static city.reception.notifications.AppealOfTest.IT;
import static city.reception.notifications.AppealOfTest.anAppeal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealStatus;
import city.reception.events.CasePart;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRefused;
import city.reception.events.CaseReopened;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSplit;
import city.reception.events.CaseSummary;
import city.reception.events.ContactErasureRequested;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeDelivery;
import city.reception.events.NoticeFailed;
import city.reception.events.NoticeKind;
import city.reception.events.NoticeSent;
import city.reception.events.NoticeSuppressed;
import city.reception.events.NoticeSuppressed.Reason;
import city.reception.events.PartAnswerGiven;
import city.reception.events.RefusalExplained;
import city.reception.events.RefusalGround;
import city.reception.events.SplitExplained;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.notifications.Mailboxes.Mail;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellingResidentsTest {

  private final Reception reception = new Reception();
  private final Mailboxes mailboxes = new Mailboxes();

  @BeforeAll
  void start() {
    reception.start(mailboxes.port());
  }

  @AfterAll
  void stop() {
    reception.close();
    mailboxes.close();
  }

  @Test
  void registrationAndRouteAreToldInOneMail() {
    AppealOfTest appeal = anAppeal();

    reception.receives(appeal);
    reception.says(appeal.registered(true));
    EventId routed = reception.says(appeal.routed(true));

    Mail mail = mailsOf(appeal, 1).getFirst();
    EventId notice = EventId.derived("notice", routed.value(), "EMAIL");
    assertThat(mail.subject())
        .isEqualTo(
            "Обращение " + appeal.number() + " зарегистрировано и направлено на рассмотрение");
    assertThat(mail.header("Message-ID")).isEqualTo("<" + notice + "@reception.example>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("Date")).endsWith("+0300");
    for (String body : List.of(mail.text(), mail.html())) {
      assertThat(body)
          .contains(appeal.number().value())
          .contains("Комиссия по предпринимательству")
          .contains("21 декабря 2026")
          .contains("30 дней со дня регистрации (59-ФЗ, статья 12)")
          .contains(appeal.id().toString())
          .contains(appeal.trackingCode());
    }
    await().until(() -> reception.deliveriesOf(appeal).size() == 1);
    Envelope<NoticeDelivery> delivery = reception.deliveriesOf(appeal).getFirst();
    assertThat(delivery.id()).isEqualTo(EventId.derived("delivery", notice.value(), "SENT"));
    assertThat(delivery.event()).isInstanceOf(NoticeSent.class);
    assertThat(delivery.event().kind()).isEqualTo(NoticeKind.REGISTERED_AND_ROUTED);
    assertThat(delivery.event().noticeId()).isEqualTo(notice);
  }

  @Test
  void whoeverChoseEnglishIsWrittenToInEnglish() {
    AppealOfTest appeal = anAppeal().inEnglish();

    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));

    Mail mail = mailsOf(appeal, 1).getFirst();
    assertThat(mail.subject())
        .isEqualTo("Appeal " + appeal.number() + " is registered and with a committee");
    for (String body : List.of(mail.text(), mail.html())) {
      assertThat(body)
          .contains("Commission on Entrepreneurship")
          .contains("21 December 2026")
          .contains("30 days from registration (59-FZ, article 12)")
          .contains(appeal.trackingCode());
    }
  }

  @Test
  void aWholeLifeIsToldInItsOrderThoughTheReplyTopicIsAhead() {
    AppealOfTest appeal = anAppeal();

    reception.says(appeal.answerGiven(4, "Ямы засыпаны."));
    reception.receives(appeal);
    reception.says(appeal.registered(false));
    reception.says(appeal.routed(false));
    reception.says(appeal.redirected(3, IT, ECOLOGY));
    reception.says(appeal.answered(4));

    List<Mail> mails = mailsOf(appeal, 4);
    assertThat(mails)
        .extracting(Mail::subject)
        .containsExactly(
            "Обращение " + appeal.number() + " зарегистрировано",
            "Обращение " + appeal.number() + " направлено на рассмотрение",
            "Обращение " + appeal.number() + " передано другой комиссии",
            "Ответ на обращение " + appeal.number());
    assertThat(mails.get(2).text()).contains("Комиссия по экологии");
    assertThat(mails.get(3).text()).contains("Ямы засыпаны.").contains("Петрова П. П.");
    assertThat(mails.get(3).html()).contains("Ямы засыпаны.").contains("Петрова П. П.");
    await().until(() -> reception.statesOf(appeal).equals(List.of("SENT", "SENT", "SENT", "SENT")));
    assertThat(
            reception.query(
                "select answer from notice where appeal_id = ? and kind = 'ANSWERED'",
                appeal.id().value()))
        .containsExactly((String) null);
  }

  @Test
  void aRefusalIsToldWithItsGroundAndNothingOfItStaysBehind() {
    AppealOfTest appeal = anAppeal();
    CaseSummary refused = appeal.summary(2, 0, AppealStatus.REFUSED, IT);
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));

    reception.says(
        new CaseRefused(
            refused, AppealOfTest.REGISTERED_AT, RefusalGround.ALREADY_PUBLISHED, false));
    reception.says(
        new RefusalExplained(
            refused,
            AppealOfTest.REGISTERED_AT,
            RefusalGround.ALREADY_PUBLISHED,
            new LocalizedText("Уже размещён (59-ФЗ, статья 11).", "Published (article 11)."),
            null,
            "https://duma.example/17",
            "Белова М. С."));

    Mail mail = mailsOf(appeal, 2).getLast();
    assertThat(mail.subject())
        .isEqualTo("Обращение " + appeal.number() + " оставлено без ответа по существу");
    for (String body : List.of(mail.text(), mail.html())) {
      assertThat(body).contains("Уже размещён (59-ФЗ, статья 11).", "https://duma.example/17");
    }
    await().until(() -> reception.statesOf(appeal).equals(List.of("SENT", "SENT")));
    assertThat(
            reception.query(
                "select details from notice where appeal_id = ? and kind = 'REFUSED'",
                appeal.id().value()))
        .containsExactly((String) null);
  }

  @Test
  void aReopenedCaseIsClosedNoMoreAlsoWhenItsAnswerComesAgain() {
    AppealOfTest appeal = anAppeal();
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    reception.says(appeal.answered(2));
    reception.says(appeal.answerGiven(2, "Ямы засыпаны."));
    mailsOf(appeal, 2);
    await().until(() -> closed(appeal) != null);

    reception.says(
        new CaseReopened(
            appeal.summary(3, 0, AppealStatus.ROUTED, IT), AppealOfTest.REGISTERED_AT));

    assertThat(mailsOf(appeal, 3).getLast().subject())
        .isEqualTo("Рассмотрение обращения " + appeal.number() + " возобновлено");
    assertThat(closed(appeal)).isNull();
    reception.says(appeal.answered(2));
    reception.says(appeal.redirected(4, IT, ECOLOGY));
    mailsOf(appeal, 4);
    assertThat(closed(appeal)).isNull();
  }

  private @Nullable String closed(AppealOfTest appeal) {
    return reception
        .query("select closed_at::text from recipient where appeal_id = ?", appeal.id().value())
        .getFirst();
  }

  @Test
  void ofThePartsOfASplitAppealOnlyTheWholeIsToldAbout() {
    AppealOfTest appeal = anAppeal();
    AppealOfTest part = anAppeal();
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    CaseSummary own = part.summary(1, 1, AppealStatus.ROUTED, ECOLOGY);
    reception.says(
        new CaseRouted(
            new CaseSummary(
                own.appealId(),
                1,
                1,
                own.status(),
                own.registrationNumber(),
                own.committee(),
                own.registeredAt(),
                own.dueAt(),
                own.dueAtExplanation(),
                appeal.id()),
            AppealOfTest.REGISTERED_AT,
            true));
    CasePart question = new CasePart(1, part.id(), ECOLOGY, "О парке.");
    CaseSummary split = appeal.summary(2, 0, AppealStatus.SPLIT, IT);
    reception.says(new CaseSplit(split, AppealOfTest.REGISTERED_AT, List.of(ECOLOGY, IT), false));
    reception.says(
        new SplitExplained(
            split,
            AppealOfTest.REGISTERED_AT,
            List.of(question, new CasePart(2, part.id(), IT, "О портале.")),
            "Два вопроса.",
            "Белова М. С."));
    CaseSummary ended = appeal.summary(3, 0, AppealStatus.SPLIT, IT);
    reception.says(
        new CasePartEnded(ended, AppealOfTest.REGISTERED_AT, 1, part.id(), AppealStatus.ANSWERED));
    reception.says(
        new PartAnswerGiven(
            ended,
            AppealOfTest.REGISTERED_AT,
            question,
            AppealStatus.ANSWERED,
            null,
            "Парк сохранят.",
            null,
            "Петрова П. П."));

    List<Mail> mails = mailsOf(appeal, 3);
    assertThat(mails.get(1).text())
        .contains("1. О парке. — Комиссия по экологии", "2. О портале. — Комиссия по предприн");
    assertThat(mails.get(2).text()).contains("Парк сохранят.", "Петрова П. П.");
    assertThat(
            reception.query(
                "select appeal_id::text from recipient where appeal_id = ?", part.id().value()))
        .isEmpty();
  }

  @Test
  void aContactThatComesAfterTheStatusIsWaitedFor() {
    AppealOfTest appeal = anAppeal();

    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    await().until(() -> reception.statesOf(appeal).equals(List.of("PLANNED")));
    reception.receives(appeal);

    mailsOf(appeal, 1);
  }

  @Test
  void olderNewsIsNotToldAfterNewer() {
    AppealOfTest appeal = anAppeal();
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    reception.says(appeal.redirected(3, ECOLOGY, IT));
    mailsOf(appeal, 2);
    await().until(() -> reception.statesOf(appeal).equals(List.of("SENT", "SENT")));

    reception.says(appeal.redirected(2, IT, ECOLOGY));

    await().until(() -> reception.deliveriesOf(appeal).size() == 3);
    assertThat(reception.deliveriesOf(appeal).getLast().event())
        .isInstanceOfSatisfying(
            NoticeSuppressed.class, it -> assertThat(it.reason()).isEqualTo(Reason.SUPERSEDED));
    assertThat(mailboxes.of(appeal)).hasSize(2);
    assertThat(mailboxes.of(appeal).getLast().text()).contains("Комиссия по предпринимательству");
  }

  @Test
  void onlyTheSubmissionThatWasRegisteredIsWrittenTo() {
    AppealOfTest registered = anAppeal();
    AppealOfTest refused = registered.mailing("refused-" + registered.email());

    reception.receives(refused, Reception.seal("one", Reception.KEY_ONE), "another digest");
    reception.receives(registered);
    reception.says(registered.registered(true));
    reception.says(registered.routed(true));
    reception.receives(refused, Reception.seal("one", Reception.KEY_ONE), "a third digest");

    mailsOf(registered, 1);
    await().until(reception::isReadToTheEnd);
    assertThat(mailboxes.of(refused)).isEmpty();
    assertThat(
            reception.query(
                "select body_digest from contact where appeal_id = ?", registered.id().value()))
        .containsExactly(registered.digest());
  }

  @Test
  void whoeverLeftNoAddressIsNotWrittenTo() {
    AppealOfTest appeal = anAppeal().mailing(null);

    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));

    await().until(() -> reception.deliveriesOf(appeal).size() == 1);
    assertThat(reception.deliveriesOf(appeal).getFirst().event())
        .isInstanceOfSatisfying(
            NoticeSuppressed.class, it -> assertThat(it.reason()).isEqualTo(Reason.NO_ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.org\r\nBcc: everybody@example.org",
        "a@example.org, b@example.org",
        "everybody: a@example.org, b@example.org;",
        "Name <a@example.org>",
        "почта@example.org",
        "no address"
      })
  void whatIsNoPlainAddressIsRefusedBeforeTheMailServerSeesIt(String address) {
    AppealOfTest appeal = anAppeal().mailing(address);

    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));

    await().until(() -> reception.deliveriesOf(appeal).size() == 1);
    assertThat(reception.deliveriesOf(appeal).getFirst().event())
        .isInstanceOfSatisfying(NoticeFailed.class, it -> assertThat(it.smtpStatus()).isZero());
  }

  @Test
  void aDomainInCyrillicIsWrittenToAsTheMailServersKnowIt() {
    AppealOfTest appeal = anAppeal().mailing("ivanov@почта.рф");

    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));

    mailsOf(appeal.mailing("ivanov@xn--80a1acny.xn--p1ai"), 1);
  }

  @Test
  void anErasedContactStaysErasedThoughItsRecordComesAgain() {
    AppealOfTest appeal = anAppeal();
    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    mailsOf(appeal, 1);

    reception.says(new ContactErasureRequested(appeal.id(), AppealOfTest.REGISTERED_AT));
    reception.receives(appeal);
    reception.says(appeal.answerGiven(2, "Ямы засыпаны."));
    reception.says(appeal.answered(2));

    await().until(() -> reception.deliveriesOf(appeal).size() == 2);
    assertThat(reception.deliveriesOf(appeal).getLast().event())
        .isInstanceOfSatisfying(
            NoticeSuppressed.class, it -> assertThat(it.reason()).isEqualTo(Reason.CONTACT_ERASED));
    await().until(reception::isReadToTheEnd);
    assertThat(reception.query("select box from contact where appeal_id = ?", appeal.id().value()))
        .isEmpty();
    assertThat(mailboxes.of(appeal)).hasSize(1);
  }

  @Test
  void aRecordThatCannotBeReadIsParkedAndTheRestGoesOn() {
    AppealOfTest appeal = anAppeal();
    String topic = Topics.STATUS_CHANGED.name();
    byte[] key = appeal.id().toString().getBytes(UTF_8);

    reception.receives(appeal);
    reception.says(appeal.registered(true));
    reception.send(new ProducerRecord<>(topic, key, "not an event".getBytes(UTF_8)));
    reception.says(appeal.routed(true));

    mailsOf(appeal, 1);
    await().until(() -> reception.recordsOf(appeal, topic + ".dlt").size() == 1);
  }

  private List<Mail> mailsOf(AppealOfTest appeal, int count) {
    await().untilAsserted(() -> assertThat(mailboxes.of(appeal)).hasSize(count));
    return mailboxes.of(appeal);
  }
}
