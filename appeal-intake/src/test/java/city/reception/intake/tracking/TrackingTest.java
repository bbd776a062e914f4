package city.reception.intake.tracking;

import static city.reception.events.AppealStatus.ANSWERED;
import static city.reception.events.AppealStatus.CLARIFICATION_ASKED;
import static city.reception.events.AppealStatus.FORWARDED;
import static city.reception.events.AppealStatus.REFUSED;
import static city.reception.events.AppealStatus.REGISTERED;
import static city.reception.events.AppealStatus.ROUTED;
import static city.reception.events.AppealStatus.SPLIT;
import static city.reception.events.AppealStatus.TAKEN_UP;
import static city.reception.events.AppealStatus.WITHDRAWN;
import static city.reception.intake.Cases.at;
import static city.reception.intake.Cases.summary;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AnswerGiven;
import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseClarificationAsked;
import city.reception.events.CaseClarified;
import city.reception.events.CaseExtended;
import city.reception.events.CaseForwarded;
import city.reception.events.CasePart;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRefused;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseReopened;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSplit;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.ExtensionExplained;
import city.reception.events.ForwardExplained;
import city.reception.events.IntakeEvent;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import city.reception.events.NoticeSent;
import city.reception.events.PartAnswerGiven;
import city.reception.events.QuestionAsked;
import city.reception.events.RefusalExplained;
import city.reception.events.RefusalGround;
import city.reception.events.SplitExplained;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.LogReader;
import city.reception.intake.TopicWriter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeTest
class TrackingTest {

  private static final CommitteeId RECEPTION = CommitteeId.RECEPTION;

  @Autowired IntakeClient client;
  @Autowired TopicWriter topics;
  @Autowired LogReader log;
  @Autowired JdbcClient jdbc;

  private AppealId appeal = new AppealId(UUID.randomUUID());
  private String code = "";
  private String digest = "";

  @BeforeEach
  void aResidentHasSentAnAppeal() {
    IntakeClient.Answer receipt = client.post(IntakeClient.newKey(), Letters.plain().toString());
    appeal = AppealId.parse(receipt.text("appealId"));
    code = receipt.text("trackingCode");
    List<Envelope<IntakeEvent>> events = log.events(Topics.RECEIVED, appeal.toString());
    digest = String.valueOf(events.getFirst().bodyDigest());
  }

  @Test
  void anAppealThatHasNotComeThroughYetIsReceived() {
    IntakeClient.Answer answer = client.track(appeal.toString(), code);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().propertyNames())
        .containsExactly(
            "appealId",
            "status",
            "registrationNumber",
            "committee",
            "dueAt",
            "dueAtExplanation",
            "answer",
            "timeline");
    assertThat(answer.text("status")).isEqualTo("RECEIVED");
    assertThat(answer.json().path("registrationNumber").isNull()).isTrue();
    assertThat(statuses(answer)).containsExactly("RECEIVED");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void theWholeWayIsShownInTheLanguageAskedFor() {
    registerAndRoute();
    topics.write(
        Topics.STATUS_CHANGED, new CaseRedirected(summary(appeal, 2, 0, ROUTED), at(5), RECEPTION));
    topics.write(Topics.STATUS_CHANGED, new CaseTakenUp(summary(appeal, 3, 0, TAKEN_UP), at(9)));
    topics.write(Topics.STATUS_CHANGED, new CaseAnswered(summary(appeal, 4, 0, ANSWERED), at(20)));
    answer(4, 1, "Лифт починят к пятнице.");
    topics.write(
        Topics.NOTICE_DELIVERY,
        new NoticeSent(
            appeal, EventId.derived("n", code), NoticeKind.ANSWERED, NoticeMedium.EMAIL, at(21)));

    await().until(() -> last().contains("Письмо"));
    IntakeClient.Answer russian = client.track(appeal.toString(), code);
    assertThat(russian.text("status")).isEqualTo("ANSWERED");
    assertThat(russian.text("registrationNumber")).isEqualTo("МГД-2026-000123");
    assertThat(russian.text("committee")).isEqualTo("entrepreneurship-innovation-it");
    assertThat(russian.text("dueAt")).isEqualTo("2026-12-20T09:00:00.123Z");
    assertThat(russian.text("dueAtExplanation")).isEqualTo("30 дней со дня регистрации.");
    assertThat(russian.text("answer")).isEqualTo("Лифт починят к пятнице.");
    assertThat(statuses(russian))
        .containsExactly("RECEIVED", "REGISTERED", "ROUTED", "ROUTED", "TAKEN_UP", "ANSWERED");
    assertThat(last()).isEqualTo("На обращение дан ответ. Письмо об этом отправлено.");

    IntakeClient.Answer english =
        client.send(
            client
                .request(IntakeClient.APPEALS + "/" + appeal)
                .header("Tracking-Code", code.toLowerCase(Locale.ROOT))
                .header("Accept-Language", "en"));
    assertThat(english.text("dueAtExplanation")).isEqualTo("30 days from registration.");
    assertThat(english.response().body()).contains("The appeal was given to: Commission on Entr");
  }

  @Test
  void anExtensionIsShownWithItsReason() {
    registerAndRoute();
    topics.write(Topics.STATUS_CHANGED, new CaseExtended(summary(appeal, 2, 0, ROUTED), at(5), 30));
    topics.write(
        Topics.REPLY,
        new ExtensionExplained(
            summary(appeal, 2, 0, ROUTED), at(5), 30, "Запрошены документы.", "Петров П. П."));

    await().until(() -> last().contains("Причина"));

    assertThat(last())
        .isEqualTo(
            "Срок рассмотрения продлён. 30 дней со дня регистрации. Причина: Запрошены документы.");
    assertThat(text("status")).isEqualTo("ROUTED");
  }

  @Test
  void aQuestionOfTheCommitteeIsShownUntilItIsAnsweredWithWhatToDoAndByWhen() {
    registerAndRoute();
    topics.write(
        Topics.REPLY,
        new QuestionAsked(
            summary(appeal, 2, 0, CLARIFICATION_ASKED), at(5), "Какой подъезд?", "Белова М. С."));
    topics.write(
        Topics.STATUS_CHANGED,
        new CaseClarificationAsked(summary(appeal, 2, 0, CLARIFICATION_ASKED), at(5)));

    await().until(() -> last().contains("Вопрос"));
    assertThat(last())
        .isEqualTo(
            "Комиссия просит уточнить обращение. Срок ответа не изменился. Вопрос: Какой подъезд?");
    IntakeClient.Answer asked = client.track(appeal.toString(), code);
    assertThat(asked.json().at("/clarification/question").asString()).isEqualTo("Какой подъезд?");
    assertThat(asked.json().at("/timeline/3/next").asString())
        .contains("CLARIFY", "не позднее 20.12.2026");
    assertThat(asked.json().at("/timeline/2/next").isMissingNode()).isTrue();

    topics.write(Topics.STATUS_CHANGED, new CaseClarified(summary(appeal, 3, 0, TAKEN_UP), at(6)));
    await().until(() -> text("status").equals("TAKEN_UP"));
    assertThat(client.track(appeal.toString(), code).json().has("clarification")).isFalse();
  }

  @Test
  void theAnswersToThePartsAreShownUnderTheWhole() {
    registerAndRoute();
    CasePart park = new CasePart(1, new AppealId(UUID.randomUUID()), RECEPTION, "О парке.");
    CasePart lift = new CasePart(2, new AppealId(UUID.randomUUID()), RECEPTION, "О лифте?");
    topics.write(
        Topics.STATUS_CHANGED,
        new CaseSplit(summary(appeal, 2, 0, SPLIT), at(5), List.of(RECEPTION, RECEPTION), false));
    topics.write(
        Topics.REPLY,
        new SplitExplained(
            summary(appeal, 2, 0, SPLIT), at(5), List.of(park, lift), "Два вопроса.", "Белова"));
    endPart(3, SPLIT, park, ANSWERED, null, "Парк сохранят.");

    await().until(() -> last().contains("Парк"));
    IntakeClient.Answer split = client.track(appeal.toString(), code);
    assertThat(split.text("status")).isEqualTo("SPLIT");
    assertThat(split.json().at("/parts/0/answer").asString()).isEqualTo("Парк сохранят.");
    assertThat(split.json().at("/parts/0/outcome").asString()).isEqualTo("ANSWERED");
    assertThat(split.json().at("/parts/1/question").asString()).isEqualTo("О лифте?");
    assertThat(split.json().at("/parts/1/outcome").isNull()).isTrue();
    assertThat(split.json().at("/timeline/3/text").asString())
        .contains("1) О парке — ", "2) О лифте — ", "Причина: Два вопроса.");

    endPart(
        4,
        ANSWERED,
        lift,
        FORWARDED,
        new LocalizedText("Направлено: инспекция.", "Forwarded: the inspectorate."),
        "Надзор её.");
    topics.write(Topics.STATUS_CHANGED, new CaseAnswered(summary(appeal, 4, 1, ANSWERED), at(9)));

    await().until(() -> text("answer").contains("инспекция"));
    assertThat(text("answer"))
        .isEqualTo(
            "1. О парке.\nПарк сохранят.\n\n2. О лифте?\nНаправлено: инспекция.\nНадзор её.");
  }

  @Test
  void aRefusalSaysItsGroundInTheLanguageAskedForAndWhatCanBeDone() {
    registerAndRoute();
    topics.write(
        Topics.REPLY,
        new RefusalExplained(
            summary(appeal, 2, 0, REFUSED),
            at(5),
            RefusalGround.ALREADY_PUBLISHED,
            new LocalizedText("Ответ уже размещён (статья 11).", "It is published (article 11)."),
            null,
            "https://duma.example/17",
            "Белова М. С."));
    topics.write(
        Topics.STATUS_CHANGED,
        new CaseRefused(
            summary(appeal, 2, 0, REFUSED), at(5), RefusalGround.ALREADY_PUBLISHED, false));

    await().until(() -> last().contains("https://duma.example/17"));
    assertThat(last()).contains("оставлено без ответа", "Ответ уже размещён (статья 11).");
    IntakeClient.Answer english =
        client.send(
            client
                .request(IntakeClient.APPEALS + "/" + appeal)
                .header("Tracking-Code", code)
                .header("Accept-Language", "en"));
    assertThat(english.json().at("/timeline/3/text").asString())
        .contains("It is published (article 11).", "https://duma.example/17");
    assertThat(english.json().at("/timeline/3/next").asString()).contains("can be contested");
    assertThat(english.text("status")).isEqualTo("REFUSED");
  }

  @Test
  void aForwardedAppealSaysWhereItWentAndAReopenedOneIsOpenAgain() {
    registerAndRoute();
    topics.write(
        Topics.REPLY,
        new ForwardExplained(
            summary(appeal, 2, 0, FORWARDED), at(5), "Жилинспекция", "Надзор её.", "Белова"));
    topics.write(
        Topics.STATUS_CHANGED, new CaseForwarded(summary(appeal, 2, 0, FORWARDED), at(5), false));
    await().until(() -> last().contains("Жилинспекция"));
    assertThat(last()).endsWith("Куда: Жилинспекция. Причина: Надзор её.");

    topics.write(Topics.STATUS_CHANGED, new CaseReopened(summary(appeal, 3, 0, ROUTED), at(9)));
    await().until(() -> text("status").equals("ROUTED"));
    assertThat(last()).isEqualTo("Рассмотрение возобновлено. 30 дней со дня регистрации.");
  }

  @Test
  void aLaterVersionThatComesFirstStands() {
    topics.write(Topics.STATUS_CHANGED, registered());
    topics.write(Topics.STATUS_CHANGED, new CaseAnswered(summary(appeal, 4, 0, ANSWERED), at(20)));
    topics.write(Topics.STATUS_CHANGED, new CaseTakenUp(summary(appeal, 3, 0, TAKEN_UP), at(9)));

    await().until(() -> statuses(client.track(appeal.toString(), code)).size() == 4);
    assertThat(text("status")).isEqualTo("ANSWERED");
    assertThat(statuses(client.track(appeal.toString(), code)))
        .containsExactly("RECEIVED", "REGISTERED", "TAKEN_UP", "ANSWERED");
  }

  @Test
  void aReplyMayComeBeforeItsStatus() {
    answer(4, 1, "Ответ");
    await().until(() -> rows() == 1);
    // Without its registration a case cannot be compared with the code, and shows nothing.
    assertThat(text("status")).isEqualTo("RECEIVED");
    assertThat(client.track(appeal.toString(), code).json().path("answer").isNull()).isTrue();

    topics.write(Topics.STATUS_CHANGED, registered());
    await().until(() -> text("status").equals("ANSWERED"));
    assertThat(text("answer")).isEqualTo("Ответ");
    topics.write(Topics.STATUS_CHANGED, new CaseAnswered(summary(appeal, 4, 0, ANSWERED), at(20)));
    await().until(() -> statuses(client.track(appeal.toString(), code)).contains("ANSWERED"));
  }

  @Test
  void everythingDeliveredAgainChangesNothing() {
    registerAndRoute();
    topics.write(
        Topics.STATUS_CHANGED, new CaseWithdrawn(summary(appeal, 2, 0, WITHDRAWN), at(30)));
    await().until(() -> text("status").equals("WITHDRAWN"));
    String before =
        client
            .track(appeal.toString(), code)
            .response()
            .body()
            .replaceFirst(",\"next\":\"[^\"]*\"", "");

    List<ConsumerRecord<byte[], byte[]>> all =
        log.records(Topics.STATUS_CHANGED, appeal.toString());
    for (ConsumerRecord<byte[], byte[]> record : all) {
      topics.write(
          new ProducerRecord<>(
              record.topic(), null, record.key(), record.value(), record.headers()));
    }
    // A later change of the same case lies behind the repeats, so they are done when it shows.
    topics.write(Topics.STATUS_CHANGED, new CaseTakenUp(summary(appeal, 3, 0, TAKEN_UP), at(31)));
    await().until(() -> text("status").equals("TAKEN_UP"));
    assertThat(rows()).isEqualTo(4);
    assertThat(client.track(appeal.toString(), code).response().body())
        .startsWith(before.substring(0, before.indexOf("\"status\"")))
        .contains(before.substring(before.indexOf("\"timeline\""), before.length() - 2));
  }

  @Test
  void aRecordThatCannotBeReadDoesNotHoldUpTheOthers() {
    topics.write(
        new ProducerRecord<>(
            Topics.STATUS_CHANGED.name(), appeal.toString().getBytes(UTF_8), new byte[] {1}));
    registerAndRoute();
    await().until(() -> text("status").equals("ROUTED"));
  }

  private CaseRegistered registered() {
    return new CaseRegistered(summary(appeal, 1, 0, REGISTERED), at(0), digest, true, null);
  }

  private void registerAndRoute() {
    topics.write(Topics.STATUS_CHANGED, registered());
    topics.write(Topics.STATUS_CHANGED, new CaseRouted(summary(appeal, 1, 1, ROUTED), at(0), true));
  }

  private void endPart(
      int version,
      AppealStatus after,
      CasePart part,
      AppealStatus outcome,
      @Nullable LocalizedText explanation,
      String text) {
    topics.write(
        Topics.STATUS_CHANGED,
        new CasePartEnded(
            summary(appeal, version, 0, after), at(7), part.number(), part.appealId(), outcome));
    topics.write(
        Topics.REPLY,
        new PartAnswerGiven(
            summary(appeal, version, 0, after),
            at(7),
            part,
            outcome,
            explanation,
            text,
            null,
            "Петров П. П."));
  }

  private void answer(int version, int index, String text) {
    topics.write(
        Topics.REPLY,
        new AnswerGiven(
            summary(appeal, version, index, ANSWERED), at(20), text, "Петров П. П., депутат"));
  }

  private String text(String field) {
    return client.track(appeal.toString(), code).text(field);
  }

  private String last() {
    return client
        .track(appeal.toString(), code)
        .json()
        .path("timeline")
        .valueStream()
        .reduce((_, entry) -> entry)
        .map(entry -> entry.path("text").asString())
        .orElse("");
  }

  private static List<String> statuses(IntakeClient.Answer answer) {
    return answer
        .json()
        .path("timeline")
        .valueStream()
        .map(entry -> entry.path("status").asString())
        .toList();
  }

  private int rows() {
    return jdbc.sql("select count(*) from tracking_event where appeal_id = ?")
        .param(appeal.value())
        .query(Integer.class)
        .single();
  }
}
