package city.reception.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Limits;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@IntakeTest
class ValidationTest {

  @Autowired IntakeClient client;

  @Test
  void oneAnswerNamesEveryBadFieldAndHeader() {
    String body =
        """
        {"kind": "WISH", "colour": "red",
         "applicant": {"type": 7, "name": " ", "organisation": "a\\nb", "age": 40},
         "contact": {"email": "maria@example", "phone": "call me", "postalAddress": "x\\u0007y",
                     "locale": "not a tag"},
         "addressee": {"committee": "no-such-committee", "deputy": 5},
         "subject": "two\\nlines", "text": "half \\ud83d only",
         "location": {"latitude": 91, "address": 5},
         "receivedOn": "2026-02-30", "initiativeDirection": "UPWARDS"}
        """;
    IntakeClient.Answer answer = client.post("short", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:invalid-appeal");
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "Idempotency-Key: format",
            "kind: choice",
            "colour: unknown",
            "applicant.type: choice",
            "applicant.name: required",
            "applicant.organisation: line-break",
            "applicant.age: unknown",
            "contact.email: format",
            "contact.phone: format",
            "contact.postalAddress: control-character",
            "contact.locale: format",
            "addressee.committee: unknown-committee",
            "addressee.deputy: type",
            "subject: line-break",
            "text: surrogate",
            "location.latitude: range",
            "location.longitude: required",
            "location.address: type",
            "receivedOn: format",
            "initiativeDirection: choice");
  }

  @Test
  void everythingThatIsRequiredIsNamedWhenItIsMissing() {
    IntakeClient.Answer answer =
        client.send(
            client
                .request(IntakeClient.APPEALS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "Idempotency-Key: required",
            "kind: required",
            "applicant: required",
            "contact: required",
            "subject: required",
            "text: required");
  }

  static Stream<Arguments> oneFault() {
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/Moscow")).plusDays(1);
    return Stream.of(
        fault("subject: too-long", b -> b.put("subject", "x".repeat(Limits.SUBJECT + 1))),
        fault("text: too-long", b -> b.put("text", "x".repeat(Limits.TEXT + 1))),
        fault("text: control-character", b -> b.put("text", "nul \u0000 byte")),
        fault("text: type", b -> b.putArray("text").add("x")),
        fault("text: required", b -> b.putNull("text")),
        fault("contact: required", b -> b.putObject("contact").put("locale", "ru")),
        fault("contact: type", b -> b.put("contact", "maria@example.org")),
        fault("contact.email: line-break", b -> contact(b, "email", "a@b.org\r\nBcc: c@d.org")),
        fault("contact.email: format", b -> contact(b, "email", "a b@example.org")),
        fault("contact.email: format", b -> contact(b, "email", "a@b@example.org")),
        fault("contact.email: format", b -> contact(b, "email", "<a@example.org>")),
        fault("contact.email: too-long", b -> contact(b, "email", "a@" + "b".repeat(260) + ".org")),
        fault("contact.phone: format", b -> contact(b, "phone", "123")),
        fault("contact.locale: format", b -> contact(b, "locale", "русский")),
        fault("addressee.committee: blank", b -> b.putObject("addressee").put("committee", "")),
        fault("location.longitude: range", b -> location(b, 55.0, 181.0)),
        fault("location.latitude: range", b -> location(b, -90.5, 37.0)),
        fault("receivedOn: future", b -> b.put("receivedOn", tomorrow.toString())),
        fault("receivedOn: format", b -> b.put("receivedOn", "22.11.2026")),
        fault("receivedOn: format", b -> b.put("receivedOn", "2026-11-20T10:00:00Z")),
        fault(
            "initiativeDirection: not-an-initiative",
            b -> b.put("initiativeDirection", "NEW_SERVICE")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneFault")
  void eachFaultIsNamedByItself(String expected, String body) {
    IntakeClient.Answer answer = client.post(IntakeClient.newKey(), body);

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(expected);
  }

  static Stream<Arguments> accepted() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Moscow"));
    return Stream.of(
        fault("a Cyrillic address", b -> contact(b, "email", "мария@почта.рф")),
        fault("plus and dots", b -> contact(b, "email", "maria.p+city@mail.example.co.uk")),
        fault("only a phone", b -> b.putObject("contact").put("phone", "8 800 555-35-35")),
        fault("only paper", b -> b.putObject("contact").put("postalAddress", "Москва,\nд. 1")),
        fault("line breaks and tabs in the text", b -> b.put("text", "раз\r\n\tдва")),
        fault("emoji", b -> b.put("text", "Спасибо! 🙏🏽 👨‍👩‍👧")),
        fault("the longest text", b -> b.put("text", "щ".repeat(Limits.TEXT))),
        fault("nulls for what is absent", b -> b.putNull("location").putNull("receivedOn")),
        fault("empty objects for what is absent", b -> b.putObject("addressee")),
        fault("an initiative that names no direction", b -> b.put("kind", "INITIATIVE")),
        fault("today", b -> b.put("receivedOn", today.toString())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void whatIsUnusualButRightIsAccepted(String what, String body) {
    assertThat(client.post(IntakeClient.newKey(), body).status()).as(what).isEqualTo(202);
  }

  @Test
  void invalidUtf8GetsAnAnswerThatSaysSo() {
    byte[] body = Letters.plain().toString().getBytes(StandardCharsets.UTF_8);
    body[body.length - 3] = (byte) 0xff;

    IntakeClient.Answer answer =
        client.send(
            client
                .request(IntakeClient.APPEALS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "short")
                .POST(BodyPublishers.ofByteArray(body)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("Idempotency-Key: format", "body: not-utf-8");
    assertThat(answer.response().body()).contains("UTF-8 at byte " + (body.length - 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{\"kind\": \"COMPLAINT\"",
        "{} {}",
        "{\"text\": \"raw \u0007 bell\"}",
        "{'kind': 'COMPLAINT'}"
      })
  void whatIsNoJsonGetsAnAnswerThatSaysSo(String body) {
    IntakeClient.Answer answer = client.post(IntakeClient.newKey(), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).first().asString().startsWith("body: not-");
  }

  @Test
  void aPropertyTwiceIsRefused() {
    IntakeClient.Answer answer =
        client.post(IntakeClient.newKey(), "{\"kind\":\"COMPLAINT\",\"kind\":\"PROPOSAL\"}");
    assertThat(answer.errors()).containsExactly("body: duplicate-property");
  }

  @Test
  void deepNestingIsRefused() {
    IntakeClient.Answer answer =
        client.post(IntakeClient.newKey(), "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("body: too-deep");
  }

  @Test
  void manyUnknownFieldsGetABoundedAnswer() {
    String body =
        Letters.but(b -> {
          for (int i = 0; i < 5_000; i++) {
            b.put("f" + i, 1);
          }
        });
    IntakeClient.Answer answer = client.post(IntakeClient.newKey(), body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).hasSizeBetween(200, 201).endsWith("body: too-many-errors");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifteen-letters", "with a space in the key"})
  void aKeyThatIsNotSixteenTo128VisibleCharactersIsRefused(String key) {
    assertThat(client.post(key, "{}").errors()).contains("Idempotency-Key: format");
  }

  @Test
  void aKeyOf129CharactersIsRefused() {
    assertThat(client.post("x".repeat(129), "{}").errors()).contains("Idempotency-Key: format");
  }

  @Test
  void twoKeysAreRefused() {
    IntakeClient.Answer answer =
        client.send(
            client
                .request(IntakeClient.APPEALS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", IntakeClient.newKey())
                .header("Idempotency-Key", IntakeClient.newKey())
                .POST(BodyPublishers.ofString(Letters.plain().toString())));
    assertThat(answer.errors()).containsExactly("Idempotency-Key: repeated");
  }

  @Test
  void whoPrefersRussianReadsRussian() {
    IntakeClient.Answer answer =
        client.send(
            client
                .request(IntakeClient.APPEALS)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "de, ru;q=0.9, en;q=0.1")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(answer.text("title")).isEqualTo("Обращение заполнено неверно");
    assertThat(answer.header("Content-Language")).isEqualTo("ru");
  }

  private static Arguments fault(String what, Consumer<ObjectNode> change) {
    return Arguments.of(what, Letters.but(change));
  }

  private static void contact(ObjectNode body, String field, String value) {
    ((ObjectNode) body.get("contact")).put(field, value);
  }

  private static void location(ObjectNode body, double latitude, double longitude) {
    body.putObject("location").put("latitude", latitude).put("longitude", longitude);
  }
}
