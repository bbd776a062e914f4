package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static city.reception.router.stream.World.HEALTH;
import static city.reception.router.stream.World.PATIENCE;
import static city.reception.router.stream.World.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AnswerAppeal;
import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.CaseAnswered;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSignal;
import city.reception.events.CaseSplit;
import city.reception.events.CaseSummary;
import city.reception.events.ChildEnded;
import city.reception.events.ChildOpened;
import city.reception.events.ClarificationGiven;
import city.reception.events.ClarificationReceived;
import city.reception.events.CommitteeId;
import city.reception.events.CommitteeMessage;
import city.reception.events.ExtendAppeal;
import city.reception.events.ParentWithdrawn;
import city.reception.events.PartAnswerGiven;
import city.reception.events.Reply;
import city.reception.events.SplitAppeal;
import city.reception.events.SplitExplained;
import city.reception.events.StatusChanged;
import city.reception.events.Topics;
import city.reception.events.WithdrawalRequested;
import city.reception.starter.deadletter.DeadLetter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A split appeal and its parts, over the real log and the real database. */
class RouterSplitTest {

  private static final String CHILD_OPENED = "city.reception.child-opened.v1";
  private static final String CHILD_ENDED = "city.reception.child-ended.v1";

  private final World world = new World();
  private final Witness witness = new Witness(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void bothPartsAreAnsweredAndSoIsTheWholeThoughRoutersDieOverWhatTheyTellEachOther() {
    AppealReceived appeal = world.appeal(World.key());
    AppealId whole = appeal.appealId();
    dyingOver(CHILD_OPENED, () -> split(appeal));
    assertThat(world.count("select count(*) from appeal_case")).isGreaterThan(1);
    assertThat(world.events(Topics.routed(HEALTH))).isEmpty();

    AppealRouted[] parts = new AppealRouted[2];
    dyingOver(
        CHILD_ENDED,
        () -> {
          parts[0] = part(HEALTH);
          parts[1] = part(EDUCATION);
          answer(parts[0], HEALTH);
          answer(parts[1], EDUCATION);
        });
    world.startRouter();
    List<StatusChanged> told =
        world.awaitEvents(
            Topics.STATUS_CHANGED,
            events -> events.stream().anyMatch(e -> e instanceof CaseAnswered && isOf(e, whole)));

    assertThat(told.stream().filter(event -> isOf(event, whole)))
        .hasExactlyElementsOfTypes(
            CaseRegistered.class,
            CaseRouted.class,
            CaseSplit.class,
            CasePartEnded.class,
            CasePartEnded.class,
            CaseAnswered.class);
    for (AppealRouted part : parts) {
      assertThat(told.stream().filter(event -> isOf(event, part.appealId())))
          .hasExactlyElementsOfTypes(CaseRegistered.class, CaseRouted.class, CaseAnswered.class)
          .extracting(StatusChanged::summary)
          .allSatisfy(summary -> {
            assertThat(summary.parent()).isEqualTo(whole);
            assertThat(summary.dueAt()).isEqualTo(told.getFirst().summary().dueAt());
          });
      assertThat(part.part()).isNotNull();
      assertThat(part.part().parent()).isEqualTo(whole);
      assertThat(part.text()).isEqualTo(appeal.text());
    }
    assertThat(world.awaitEvents(Topics.REPLY, 3))
        .allMatch(reply -> reply.appealId().equals(whole));
    assertThat(world.events(Topics.REPLY))
        .hasExactlyElementsOfTypes(
            SplitExplained.class, PartAnswerGiven.class, PartAnswerGiven.class);
    assertThat(world.events(Topics.REPLY).stream().skip(1).map(RouterSplitTest::answered))
        .containsExactlyInAnyOrder(
            HEALTH + ": Ответ " + HEALTH, EDUCATION + ": Ответ " + EDUCATION);
    assertThat(world.events(Topics.routed(HEALTH))).hasSize(1);
    assertThat(world.count("select count(*) from appeal_case where status = 'ANSWERED'"))
        .isEqualTo(3);
    assertThat(world.count("select count(*) from timer")).isZero();
    witness.assertOutputsAreThoseRecorded();
  }

  @Test
  void whatTheWholeLivesThroughItsPartsLiveThroughToo() {
    world.startRouter();
    AppealReceived appeal = world.appeal(World.key());
    AppealId whole = appeal.appealId();
    split(appeal);
    AppealRouted part = part(HEALTH);

    world.send(
        Topics.committeeAction(EDUCATION),
        "extend-" + whole,
        new ExtendAppeal(whole, 2, "Смирнова", 10, "Ждём бумаги"));
    awaitCount(3, "select count(*) from appeal_case where (progress ->> 'generation')::int = 2");
    assertThat(world.count("select count(distinct due_at) from appeal_case")).isEqualTo(1);
    answer(new CaseRef(part.appealId(), 2), HEALTH);
    awaitCount(1, "select count(*) from case_event where type = 'PartEnded'");
    world.send(Topics.RECEIVED, "w-" + whole, new WithdrawalRequested(whole, null, Instant.EPOCH));

    awaitCount(2, "select count(*) from appeal_case where status = 'WITHDRAWN'");
    assertThat(world.count("select count(*) from appeal_case where status = 'ANSWERED'"))
        .isEqualTo(1);
    assertThat(world.count("select count(*) from timer")).isZero();
  }

  @Test
  void whatTheResidentAddsToTheWholeReachesTheCommitteeOfEachOpenPart() {
    world.startRouter();
    AppealReceived appeal = world.appeal(World.key());
    AppealId whole = appeal.appealId();
    split(appeal);
    AppealRouted part = part(HEALTH);
    answer(part(EDUCATION), EDUCATION);
    awaitCount(1, "select count(*) from case_event where type = 'PartEnded'");

    world.send(
        Topics.RECEIVED, "c-" + whole, new ClarificationGiven(whole, "Второй этаж", Instant.EPOCH));

    assertThat(
            world.awaitEvents(
                Topics.routed(HEALTH),
                messages -> messages.stream().anyMatch(ClarificationReceived.class::isInstance)))
        .last()
        .isInstanceOfSatisfying(
            ClarificationReceived.class,
            told -> {
              assertThat(told.appealId()).isEqualTo(part.appealId());
              assertThat(told.text()).isEqualTo("Второй этаж");
            });
    assertThat(world.count("select count(*) from case_event where type = 'Clarified'"))
        .as("the whole and the part that is open")
        .isEqualTo(2);
  }

  @Test
  void aPartThatHearsOfTheWithdrawalBeforeItIsOpenedIsNeverOpenAndAStrangersPartIsParked() {
    world.startRouter();
    AppealReceived appeal = world.appeal(World.key());
    split(appeal);
    part(HEALTH);
    ChildOpened first =
        world.events(Topics.CASE_SIGNAL).stream()
            .filter(ChildOpened.class::isInstance)
            .map(ChildOpened.class::cast)
            .findFirst()
            .orElseThrow();
    AppealId late = AppealId.of("portal", World.key());

    world.send(Topics.CASE_SIGNAL, "withdrawn", new ParentWithdrawn(late, first.copy()));
    world.send(Topics.CASE_SIGNAL, "opened", new ChildOpened(late, first.copy()));
    CaseSignal strange =
        new ChildEnded(
            appeal.appealId(),
            late,
            HEALTH,
            AppealStatus.ANSWERED,
            null,
            null,
            "Ответ",
            null,
            "Кто-то");
    world.send(Topics.CASE_SIGNAL, "strange", strange);

    assertThat(world.awaitRecords(Topics.CASE_SIGNAL.deadLetters().name(), 1))
        .singleElement()
        .satisfies(
            record -> assertThat(header(record, DeadLetter.REASON)).contains("UNKNOWN_PART"));
    assertThat(
            world
                .awaitEvents(
                    Topics.STATUS_CHANGED,
                    events -> events.stream().filter(event -> isOf(event, late)).count() >= 3)
                .stream()
                .filter(event -> isOf(event, late))
                .map(event -> event.summary().status()))
        .containsExactly(AppealStatus.REGISTERED, AppealStatus.ROUTED, AppealStatus.WITHDRAWN);
  }

  /** A router that has recorded a signal of that type and dies before Kafka knows of it. */
  private void dyingOver(String type, Runnable whileItRuns) {
    AtomicBoolean died = new AtomicBoolean();
    ConfigurableApplicationContext router =
        world.startRouter(handler ->
            records -> {
              var outputs = handler.handle(records);
              if (records.stream().anyMatch(record -> header(record, "ce_type").equals(type))) {
                died.set(true);
                throw new Death();
              }
              return outputs;
            });
    whileItRuns.run();
    await().atMost(PATIENCE).untilTrue(died);
    router.close();
  }

  private void split(AppealReceived appeal) {
    world.receive(appeal);
    world.awaitEvents(Topics.routed(EDUCATION), 1);
    world.send(
        Topics.committeeAction(EDUCATION),
        "split-" + appeal.appealId(),
        new SplitAppeal(
            appeal.appealId(),
            1,
            "Смирнова",
            List.of(
                new SplitAppeal.Part(HEALTH, "О медкабинете"),
                new SplitAppeal.Part(EDUCATION, "О крыше")),
            "Два вопроса"));
  }

  /** The part that is for that committee, as soon as it has got it. */
  private AppealRouted part(CommitteeId committee) {
    return world
        .awaitEvents(
            Topics.routed(committee),
            messages -> messages.stream().anyMatch(RouterSplitTest::isPart))
        .stream()
        .filter(RouterSplitTest::isPart)
        .map(AppealRouted.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private record CaseRef(AppealId appeal, int version) {}

  private void answer(AppealRouted part, CommitteeId committee) {
    answer(new CaseRef(part.appealId(), part.summary().version()), committee);
  }

  private void answer(CaseRef part, CommitteeId committee) {
    world.send(
        Topics.committeeAction(committee),
        "answer-" + part.appeal(),
        new AnswerAppeal(
            part.appeal(), part.version(), "Козлов", "Ответ " + committee, AnswerResult.EXPLAINED));
  }

  private void awaitCount(int count, String sql) {
    await().atMost(PATIENCE).until(() -> world.count(sql) == count);
  }

  private static boolean isPart(CommitteeMessage message) {
    return message instanceof AppealRouted routed && routed.part() != null;
  }

  private static boolean isOf(StatusChanged event, AppealId appeal) {
    CaseSummary summary = event.summary();
    return summary.appealId().equals(appeal);
  }

  private static String answered(Reply reply) {
    PartAnswerGiven given = (PartAnswerGiven) reply;
    return given.part().committee() + ": " + given.text();
  }

  /** The process is gone: no handler of exceptions may make anything of it. */
  private static final class Death extends Error {
    Death() {
      super("the router dies here");
    }
  }
}
