package city.reception.notifications;

import static city.reception.notifications.AppealOfTest.ECOLOGY;
import static city.reception.notifications.AppealOfTest.IT;
import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.EventId;
import city.reception.events.NoticeDelivery;
import city.reception.events.NoticeKind;
import city.reception.events.NoticeSent;
import city.reception.events.codec.Envelope;
import city.reception.notifications.Mailboxes.Mail;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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
  void aContactThatComesAfterTheStatusIsWaitedFor() {
    AppealOfTest appeal = anAppeal();

    reception.says(appeal.registered(true));
    reception.says(appeal.routed(true));
    await().until(() -> reception.statesOf(appeal).equals(List.of("PLANNED")));
    reception.receives(appeal);

    mailsOf(appeal, 1);
  }

  private List<Mail> mailsOf(AppealOfTest appeal, int count) {
    await().untilAsserted(() -> assertThat(mailboxes.of(appeal)).hasSize(count));
    return mailboxes.of(appeal);
  }
}
