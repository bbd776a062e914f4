package city.reception.router.stream;

import static city.reception.router.campaigns.Copies.CLINIC;
import static city.reception.router.campaigns.Copies.PARK;
import static city.reception.router.stream.World.EDUCATION;
import static city.reception.router.stream.World.HEALTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.Addressee;
import city.reception.events.AnswerCampaign;
import city.reception.events.AnswerGiven;
import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.AppealJoinedCampaign;
import city.reception.events.AppealKind;
import city.reception.events.AppealReceived;
import city.reception.events.AppealRouted;
import city.reception.events.CommitteeMessage;
import city.reception.events.RedirectAppeal;
import city.reception.events.SealedContact;
import city.reception.events.Topics;
import city.reception.events.WithdrawalRequested;
import city.reception.router.campaigns.Copies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Repeats and campaigns, from the letter to the answer. */
class RouterCampaignsTest {

  private static final String IN_SMALL_PORTIONS = "reception.router.campaigns.portion=2";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theFifthVoiceMakesACampaignAndTheEarlierOnesHearOfIt() {
    world.startRouter(IN_SMALL_PORTIONS);
    List<AppealId> letters = received(PARK, 6);

    assertThat(letters.subList(0, 4))
        .allSatisfy(letter -> assertThat(routed(letter).campaign()).isNull());
    assertThat(letters.subList(4, 6))
        .allSatisfy(letter -> assertThat(routed(letter).campaign()).isEqualTo(letters.getFirst()));
    List<AppealJoinedCampaign> joined = joined(4);
    assertThat(joined)
        .extracting(AppealJoinedCampaign::appealId)
        .containsExactlyInAnyOrderElementsOf(letters.subList(0, 4));
    assertThat(joined)
        .allSatisfy(message -> {
          assertThat(message.campaign()).isEqualTo(letters.getFirst());
          assertThat(message.summary().version()).isEqualTo(1);
        });
  }

  @Test
  void whoWritesAgainOnTheSameMatterIsToldApartAndIsOneVoice() {
    world.startRouter();
    AppealId first = received(letter("Зуева Инна Львовна", PARK));
    AppealId second = received(letter("Зуева Инна Львовна", "Повторно! " + PARK));
    AppealId other = received(letter("Зуева Инна Львовна", CLINIC));
    received(PARK, 3);

    assertThat(routed(first).repeatOf()).isNull();
    assertThat(routed(second).repeatOf()).isEqualTo(first);
    assertThat(routed(other).repeatOf()).isNull();
    assertThat(world.count("select count(*) from exemplar where campaign_since is not null"))
        .isZero();
  }

  @Test
  void oneAnswerReachesEveryOpenMemberThatTheCommitteeHoldsAndAReplayChangesNothing() {
    ConfigurableApplicationContext router = world.startRouter(IN_SMALL_PORTIONS);
    List<AppealId> letters = received(PARK, 9);
    joined(4);
    AppealId withdrawn = letters.get(2);
    world.awaitCommitted(
        world.send(
            Topics.RECEIVED,
            "withdraw",
            new WithdrawalRequested(withdrawn, "Уже не нужно.", Instant.EPOCH)));
    AppealId elsewhere = letters.get(3);
    world.awaitCommitted(
        world.send(
            Topics.committeeAction(EDUCATION),
            "redirect",
            new RedirectAppeal(elsewhere, 1, "Смирнова", HEALTH, "Не наше.")));

    world.send(
        Topics.committeeAction(EDUCATION),
        "answer",
        new AnswerCampaign(
            letters.get(5), 1, "Смирнова", "Парк останется.", AnswerResult.SATISFIED));

    List<AppealId> answered = new ArrayList<>(letters);
    answered.removeAll(List.of(withdrawn, elsewhere));
    await()
        .atMost(World.PATIENCE)
        .untilAsserted(() -> assertThat(answers()).containsExactlyInAnyOrderElementsOf(answered));
    assertThat(
            world.count("select count(distinct number) from appeal_case where status = 'ANSWERED'"))
        .isEqualTo(7);
    assertThat(world.count("select count(*) from appeal_case where status = 'WITHDRAWN'"))
        .isEqualTo(1);
    assertThat(world.count("select count(*) from appeal_case where status = 'ROUTED'"))
        .isEqualTo(1);

    int events = world.count("select count(*) from case_event");
    router.close();
    world.rewindToTheBeginning();
    world.startRouter(IN_SMALL_PORTIONS);
    AppealId afterwards = received(letter("Ершова Майя Глебовна", PARK));

    assertThat(routed(afterwards).campaign()).isEqualTo(letters.getFirst());
    assertThat(answers()).containsExactlyInAnyOrderElementsOf(answered);
    assertThat(world.count("select count(*) from case_event")).isEqualTo(events + 2);
  }

  @Test
  void aRouterThatDiesAmidThePortionsLosesNoAnswerAndGivesNoneTwice() {
    AtomicBoolean armed = new AtomicBoolean();
    AtomicBoolean died = new AtomicBoolean();
    ConfigurableApplicationContext first =
        world.startRouter(
            handler ->
                records -> {
                  var outputs = handler.handle(records);
                  if (armed.get() && isPortion(outputs)) {
                    died.set(true);
                    throw new AssertionError("the router dies here, with the portion recorded");
                  }
                  return outputs;
                },
            IN_SMALL_PORTIONS);
    List<AppealId> letters = received(PARK, 7);
    joined(4);
    armed.set(true);
    world.send(
        Topics.committeeAction(EDUCATION),
        "answer",
        new AnswerCampaign(letters.getFirst(), 1, "Смирнова", "Парк останется.", null));
    await().atMost(World.PATIENCE).untilTrue(died);
    first.close();

    world.startRouter(IN_SMALL_PORTIONS);

    await()
        .atMost(World.PATIENCE)
        .untilAsserted(() -> assertThat(answers()).containsExactlyInAnyOrderElementsOf(letters));
    new Witness(world).assertOutputsAreThoseRecorded();
  }

  private static boolean isPortion(List<ProducerRecord<byte[], byte[]>> outputs) {
    return !outputs.isEmpty()
        && outputs.stream().allMatch(output -> output.topic().equals(Topics.CASE_SIGNAL.name()));
  }

  private List<AppealId> received(String text, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> received(letter("Житель" + (char) ('а' + i) + " Ольга Юрьевна", text)))
        .toList();
  }

  /** Received and routed. */
  private AppealId received(AppealReceived appeal) {
    world.receive(appeal);
    routed(appeal.appealId());
    return appeal.appealId();
  }

  private static AppealReceived letter(String name, String text) {
    return new AppealReceived(
        AppealId.of("portal", World.key()),
        "portal",
        AppealKind.APPLICATION,
        Copies.person(name),
        new Addressee(EDUCATION, null),
        "Обращение",
        "Здравствуйте! " + text + "\nС уважением, " + name,
        null,
        null,
        Instant.parse("2026-11-20T10:00:00Z"),
        new SealedContact("k1", "AAAA"),
        null,
        null);
  }

  private AppealRouted routed(AppealId appeal) {
    return world
        .awaitEvents(
            Topics.routed(EDUCATION),
            messages -> messages.stream().anyMatch(message -> isRouted(message, appeal)))
        .stream()
        .filter(message -> isRouted(message, appeal))
        .map(AppealRouted.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isRouted(CommitteeMessage message, AppealId appeal) {
    return message instanceof AppealRouted && message.appealId().equals(appeal);
  }

  private List<AppealJoinedCampaign> joined(int count) {
    return world
        .awaitEvents(
            Topics.routed(EDUCATION),
            messages ->
                messages.stream().filter(AppealJoinedCampaign.class::isInstance).count() >= count)
        .stream()
        .filter(AppealJoinedCampaign.class::isInstance)
        .map(AppealJoinedCampaign.class::cast)
        .toList();
  }

  /** The appeals that were answered, each as often as there is another answer to it. */
  private List<AppealId> answers() {
    return world.read(Topics.REPLY.name()).stream()
        .map(record -> world.codec.decode(Topics.REPLY, record))
        .distinct()
        .filter(envelope -> envelope.event() instanceof AnswerGiven)
        .map(envelope -> envelope.event().appealId())
        .toList();
  }
}
