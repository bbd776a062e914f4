package city.reception.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.ActionDone;
import city.reception.events.ActionOutcome;
import city.reception.events.ActionRefused;
import city.reception.events.AnswerAppeal;
import city.reception.events.AnswerCampaign;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealJoinedCampaign;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.AskClarification;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseClarificationAsked;
import city.reception.events.CaseClarified;
import city.reception.events.CaseCorrespondenceEnded;
import city.reception.events.CaseExtended;
import city.reception.events.CaseForwarded;
import city.reception.events.CaseInformationRequested;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRated;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRefused;
import city.reception.events.CaseReopened;
import city.reception.events.CaseRequestReplied;
import city.reception.events.CaseSplit;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.ClarificationReceived;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.EndCorrespondence;
import city.reception.events.EventId;
import city.reception.events.ExtendAppeal;
import city.reception.events.ForwardAppeal;
import city.reception.events.InformationRequested;
import city.reception.events.LocalizedText;
import city.reception.events.PartOf;
import city.reception.events.RatingReceived;
import city.reception.events.RecordRequestReply;
import city.reception.events.RedirectAppeal;
import city.reception.events.RefusalReason;
import city.reception.events.RefuseAppeal;
import city.reception.events.RequestInformation;
import city.reception.events.RequestReplied;
import city.reception.events.SplitAppeal;
import city.reception.events.TakeUpAppeal;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.Transfer;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Plays the router's part on the real topics: the one writer of the cases that a test makes. It
 * decides each action id once, and tells what became of it as the contract says.
 */
final class TestRouter implements AutoCloseable {

  private final EventCodec codec = new EventCodec();
  private final Map<AppealId, TestCase> cases = new ConcurrentHashMap<>();
  private final Map<EventId, Integer> seen = new ConcurrentHashMap<>();
  private final Map<EventId, ActionOutcome> decided = new ConcurrentHashMap<>();
  private final Collection<ProducerRecord<byte[], byte[]>> said = new ConcurrentLinkedQueue<>();
  private final ReentrantLock deciding = new ReentrantLock();
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;
  private volatile boolean stopped;

  TestRouter(String bootstrapServers, Collection<CommitteeId> committees) {
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        committees.stream()
            .map(Topics::committeeAction)
            .flatMap(topic -> partitions(topic).stream())
            .toList());
    thread = Thread.ofPlatform().name("test-router").start(this::run);
  }

  /** Registers and routes the appeal. */
  TestCase open(TestCase opened) {
    return openAs(opened, opened.routed(null));
  }

  /** The same, with what the committee is told of it. */
  TestCase openAs(TestCase opened, AppealRouted routed) {
    cases.put(opened.id(), opened);
    say(Topics.STATUS_CHANGED, opened.registered());
    say(Topics.STATUS_CHANGED, opened.routedStatus());
    say(Topics.routed(opened.committee()), routed);
    return opened;
  }

  /** The case as it stands. */
  TestCase at(AppealId appeal) {
    return Objects.requireNonNull(cases.get(appeal));
  }

  /** The resident withdraws the appeal. */
  void withdraw(AppealId appeal) {
    say(Topics.STATUS_CHANGED, new CaseWithdrawn(advance(appeal, AppealStatus.WITHDRAWN), now()));
  }

  /** The resident adds to the appeal. */
  void clarify(AppealId appeal, String text) {
    CaseSummary after = advance(appeal, AppealStatus.TAKEN_UP);
    say(Topics.STATUS_CHANGED, new CaseClarified(after, now()));
    say(Topics.routed(at(appeal).committee()), new ClarificationReceived(after, now(), text));
  }

  /** The resident rates the answer. */
  void rate(AppealId appeal, int score, String comment) {
    CaseSummary after = advance(appeal, at(appeal).status());
    say(Topics.STATUS_CHANGED, new CaseRated(after, now(), score));
    say(Topics.routed(at(appeal).committee()), new RatingReceived(after, now(), score, comment));
  }

  /** The resident has the case opened again. */
  void reopen(AppealId appeal, String reason) {
    say(Topics.STATUS_CHANGED, new CaseReopened(advance(appeal, AppealStatus.ROUTED), now()));
    say(Topics.routed(at(appeal).committee()), at(appeal).reopened(reason));
  }

  /** A part of a split appeal has ended. */
  void endPart(AppealId appeal, TestCase part) {
    PartOf which = Objects.requireNonNull(part.part());
    say(
        Topics.STATUS_CHANGED,
        new CasePartEnded(
            advance(appeal, AppealStatus.SPLIT), now(), which.number(), part.id(), part.status()));
  }

  /** Reminds the committee: the index rises, the version does not. */
  void remind(AppealId appeal) {
    TestCase reminded = at(appeal).remindedOnce();
    cases.put(appeal, reminded);
    say(Topics.routed(reminded.committee()), reminded.reminder());
  }

  /** Finds an appeal to be part of a campaign after it was routed. */
  void join(AppealId appeal, AppealId campaign) {
    TestCase joined = at(appeal).remindedOnce();
    cases.put(appeal, joined);
    say(
        Topics.routed(joined.committee()),
        new AppealJoinedCampaign(joined.summary(), now(), campaign));
  }

  /** Says that the answer is overdue. */
  void raiseToTheChair(AppealId appeal) {
    TestCase overdue = at(appeal).remindedOnce();
    cases.put(appeal, overdue);
    say(Topics.routed(overdue.committee()), overdue.overdue());
  }

  /** Until it is closed, no action is decided. */
  Undecided hold() {
    deciding.lock();
    return deciding::unlock;
  }

  /** How often a record with this action's id has come. */
  int timesSeen(EventId action) {
    return seen.getOrDefault(action, 0);
  }

  /** How many actions on the appeal were decided. */
  long decisionsOn(AppealId appeal) {
    return decided.values().stream().filter(o -> o.appealId().equals(appeal)).count();
  }

  /** Publishes an event under an id of its own. */
  <V extends AppealEvent> void say(Topic<AppealId, V> topic, V event) {
    EventId id = EventId.derived(topic.name(), event.toString());
    send(codec.encode(topic, new Envelope<>(id, "/appeal-router", now(), event, null)));
  }

  /** Sends a record as it is. */
  void send(ProducerRecord<byte[], byte[]> record) {
    said.add(record);
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says everything about the appeal again, byte for byte. */
  void sayAllAgain(AppealId appeal) {
    for (ProducerRecord<byte[], byte[]> record : List.copyOf(said)) {
      if (appeal.toString().equals(new String(record.key(), UTF_8))) {
        send(record);
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(Duration.ofSeconds(1));
  }

  /** A time without decisions. */
  interface Undecided extends AutoCloseable {
    @Override
    void close();
  }

  private void run() {
    try (consumer) {
      while (!stopped) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          CommitteeId actor = Topics.actingCommittee(record.topic()).orElseThrow();
          Envelope<CommitteeAction> action = codec.decode(Topics.committeeAction(actor), record);
          seen.merge(action.id(), 1, Integer::sum);
          deciding.lock();
          try {
            decided.computeIfAbsent(action.id(), id -> decide(id, actor, action.event()));
          } finally {
            deciding.unlock();
          }
        }
      }
    } catch (WakeupException e) {
      // Closing.
    }
  }

  private ActionOutcome decide(EventId id, CommitteeId actor, CommitteeAction action) {
    TestCase current = cases.get(action.appealId());
    RefusalReason refusal = refusal(current, actor, action);
    if (refusal != null || current == null) {
      RefusalReason reason = refusal == null ? RefusalReason.UNKNOWN_APPEAL : refusal;
      ActionRefused refused =
          new ActionRefused(
              id,
              action.appealId(),
              current == null ? null : current.version(),
              reason,
              reason.explanation());
      say(Topics.ACTION_OUTCOME, refused);
      return refused;
    }
    carryOut(id, action, current);
    ActionDone done = new ActionDone(id, action.appealId(), at(action.appealId()).version());
    say(Topics.ACTION_OUTCOME, done);
    return done;
  }

  private static @Nullable RefusalReason refusal(
      @Nullable TestCase current, CommitteeId actor, CommitteeAction action) {
    if (current == null) {
      return RefusalReason.UNKNOWN_APPEAL;
    }
    if (!current.committee().equals(actor)) {
      return RefusalReason.NOT_THE_HOLDER;
    }
    if (current.status() == AppealStatus.ANSWERED) {
      return RefusalReason.ALREADY_ANSWERED;
    }
    if (current.status() == AppealStatus.WITHDRAWN) {
      return RefusalReason.ALREADY_WITHDRAWN;
    }
    return current.version() == action.expectedVersion() ? null : RefusalReason.STALE_VERSION;
  }

  private void carryOut(EventId id, CommitteeAction action, TestCase before) {
    AppealId appeal = before.id();
    switch (action) {
      case TakeUpAppeal takeUp ->
          say(
              Topics.STATUS_CHANGED,
              new CaseTakenUp(advance(appeal, AppealStatus.TAKEN_UP), now()));
      case AnswerAppeal answer ->
          say(
              Topics.STATUS_CHANGED,
              new CaseAnswered(advance(appeal, AppealStatus.ANSWERED), now(), answer.result()));
      case ExtendAppeal extend -> {
        cases.put(
            appeal, before.due(before.summary().dueAt().plus(Duration.ofDays(extend.days()))));
        say(
            Topics.STATUS_CHANGED,
            new CaseExtended(advance(appeal, before.summary().status()), now(), extend.days()));
      }
      case RedirectAppeal redirect -> {
        cases.put(appeal, before.with(redirect.toCommittee()));
        CaseSummary after = advance(appeal, AppealStatus.ROUTED);
        say(Topics.STATUS_CHANGED, new CaseRedirected(after, now(), before.committee()));
        say(
            Topics.routed(redirect.toCommittee()),
            at(appeal)
                .routed(
                    new Transfer(before.committee(), redirect.reason(), redirect.actor(), now())));
      }
      case ForwardAppeal _ ->
          say(
              Topics.STATUS_CHANGED,
              new CaseForwarded(advance(appeal, AppealStatus.FORWARDED), now(), true));
      case SplitAppeal split -> split(split, before);
      case AskClarification _ ->
          say(
              Topics.STATUS_CHANGED,
              new CaseClarificationAsked(advance(appeal, AppealStatus.CLARIFICATION_ASKED), now()));
      case RefuseAppeal refuse ->
          say(
              Topics.STATUS_CHANGED,
              new CaseRefused(
                  advance(appeal, AppealStatus.REFUSED), now(), refuse.ground(), false));
      case EndCorrespondence _ ->
          say(
              Topics.STATUS_CHANGED,
              new CaseCorrespondenceEnded(
                  advance(appeal, AppealStatus.CORRESPONDENCE_ENDED), now()));
      case RequestInformation request -> {
        CaseSummary after = advance(appeal, before.status());
        Instant due = now().plus(Duration.ofDays(15));
        say(Topics.STATUS_CHANGED, new CaseInformationRequested(after, now(), id, due));
        say(
            Topics.routed(before.committee()),
            new InformationRequested(
                after,
                now(),
                id,
                request.body(),
                request.question(),
                due,
                new LocalizedText("15 дней со дня запроса", "15 days from the request"),
                request.actor()));
      }
      case RecordRequestReply reply -> {
        CaseSummary after = advance(appeal, before.status());
        say(Topics.STATUS_CHANGED, new CaseRequestReplied(after, now(), reply.requestId()));
        say(
            Topics.routed(before.committee()),
            new RequestReplied(after, now(), reply.requestId(), reply.text(), reply.actor()));
      }
      case AnswerCampaign campaign ->
          say(
              Topics.STATUS_CHANGED,
              new CaseAnswered(advance(appeal, AppealStatus.ANSWERED), now(), campaign.result()));
    }
  }

  private void split(SplitAppeal split, TestCase before) {
    say(
        Topics.STATUS_CHANGED,
        new CaseSplit(
            advance(before.id(), AppealStatus.SPLIT),
            now(),
            split.parts().stream().map(SplitAppeal.Part::committee).toList(),
            true));
    int number = 0;
    for (SplitAppeal.Part part : split.parts()) {
      number++;
      open(
          TestCase.heldBy(part.committee())
              .partOf(new PartOf(before.id(), before.number(), number, part.question())));
    }
  }

  private CaseSummary advance(AppealId appeal, AppealStatus status) {
    TestCase after = at(appeal).advancedTo(status);
    cases.put(appeal, after);
    return after.summary();
  }

  private static List<TopicPartition> partitions(Topic<AppealId, ?> topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int i = 0; i < topic.declaration().partitions(); i++) {
      partitions.add(new TopicPartition(topic.name(), i));
    }
    return partitions;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
