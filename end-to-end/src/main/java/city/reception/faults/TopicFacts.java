package city.reception.faults;

import city.reception.events.ActionDone;
import city.reception.events.AnswerGiven;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.AppealRouted;
import city.reception.events.CaseRegistered;
import city.reception.events.CommitteeId;
import city.reception.events.NoticeOutcomeUnknown;
import city.reception.events.StatusChanged;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.events.codec.UndecodableException;
import city.reception.local.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the topics hold of some appeals, as anybody sees it who reads committed records only. */
final class TopicFacts {

  private static final Pattern DEAD_LETTERS = Pattern.compile(".*\\.dlt");

  private final Set<AppealId> appeals;
  private final EventCodec codec = new EventCodec();
  private final Map<String, Integer> outputs = new TreeMap<>();
  private final Map<String, Set<String>> places = new TreeMap<>();
  private final Map<AppealId, Set<String>> registrations = new HashMap<>();
  private final Map<AppealId, Set<String>> numbers = new HashMap<>();
  private final Map<AppealId, Set<String>> firstRoutes = new HashMap<>();
  private final Map<AppealId, Set<String>> answers = new HashMap<>();
  private final Set<AppealId> received = new HashSet<>();
  private final Set<String> actionsDone = new HashSet<>();
  private final Set<String> unknownNotices = new HashSet<>();
  private final List<String> deadLetters = new ArrayList<>();

  private TopicFacts(Set<AppealId> appeals) {
    this.appeals = appeals;
  }

  /** Reads all topics to their present ends. */
  static TopicFacts read(
      String bootstrapServers, List<CommitteeId> committees, Set<AppealId> appeals) {
    TopicFacts facts = new TopicFacts(appeals);
    try (TopicReader reader = new TopicReader(bootstrapServers)) {
      facts.readAll(reader, committees);
    }
    return facts;
  }

  /** Appeals that are in the log. */
  Set<AppealId> received() {
    return received;
  }

  /** The ids of the events that say that an appeal was registered. */
  Map<AppealId, Set<String>> registrations() {
    return registrations;
  }

  Map<AppealId, Set<String>> numbers() {
    return numbers;
  }

  Map<AppealId, Set<String>> firstRoutes() {
    return firstRoutes;
  }

  Map<AppealId, Set<String>> answers() {
    return answers;
  }

  Set<String> actionsDone() {
    return actionsDone;
  }

  /** Notices of which it was said at some time that nobody knows whether they went. */
  Set<String> unknownNotices() {
    return unknownNotices;
  }

  List<String> deadLetters() {
    return deadLetters;
  }

  /** Records of the router that are there more than once, or two for one place in a case. */
  List<String> doubled() {
    return Stream.concat(
            outputs.entrySet().stream()
                .filter(output -> output.getValue() > 1)
                .map(
                    output -> "%s is there %d times".formatted(output.getKey(), output.getValue())),
            places.entrySet().stream()
                .filter(place -> place.getValue().size() > 1)
                .map(place -> "%s was told by %s".formatted(place.getKey(), place.getValue())))
        .toList();
  }

  private void readAll(TopicReader reader, List<CommitteeId> committees) {
    read(reader, Topics.RECEIVED, false, this::note);
    for (CommitteeId committee : committees) {
      read(reader, Topics.routed(committee), true, this::note);
    }
    read(reader, Topics.STATUS_CHANGED, true, this::note);
    read(reader, Topics.REPLY, true, this::note);
    read(reader, Topics.ACTION_OUTCOME, true, this::note);
    read(reader, Topics.NOTICE_DELIVERY, false, this::note);
    reader.read(
        reader.topics(DEAD_LETTERS),
        record -> {
          if (isOurs(record)) {
            deadLetters.add(
                "%s:%d %s"
                    .formatted(
                        record.topic(),
                        record.offset(),
                        new String(record.key(), StandardCharsets.UTF_8)));
          }
        });
  }

  private <V extends AppealEvent> void read(
      TopicReader reader,
      Topic<AppealId, V> topic,
      boolean ofTheRouter,
      Consumer<Envelope<V>> use) {
    reader.read(
        Set.of(topic.name()),
        record -> {
          if (!isOurs(record)) {
            return;
          }
          try {
            Envelope<V> event = codec.decode(topic, record);
            if (ofTheRouter) {
              outputs.merge(topic.name() + " " + event.id(), 1, Integer::sum);
            }
            use.accept(event);
          } catch (UndecodableException e) {
            deadLetters.add(
                "%s-%d@%d cannot be read"
                    .formatted(record.topic(), record.partition(), record.offset()));
          }
        });
  }

  private void note(Envelope<? extends AppealEvent> envelope) {
    AppealEvent event = envelope.event();
    String id = envelope.id().value();
    AppealId appeal = event.appealId();
    if (event instanceof StatusChanged change) {
      places
          .computeIfAbsent(
              "%s %d.%d".formatted(appeal, change.summary().version(), change.summary().index()),
              key -> new HashSet<>())
          .add(id);
    }
    // What is not named here is counted by its id alone.
    if (event instanceof AppealReceived) {
      received.add(appeal);
    } else if (event instanceof CaseRegistered registered) {
      add(registrations, appeal, id);
      add(numbers, appeal, registered.summary().registrationNumber().toString());
    } else if (event instanceof AppealRouted routed && routed.transfer() == null) {
      add(firstRoutes, appeal, id);
    } else if (event instanceof AnswerGiven) {
      add(answers, appeal, id);
    } else if (event instanceof ActionDone done) {
      actionsDone.add(done.actionId().value());
    } else if (event instanceof NoticeOutcomeUnknown unknown) {
      unknownNotices.add(unknown.noticeId().value());
    }
  }

  private boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
    byte @Nullable [] key = record.key();
    if (key == null) {
      return false;
    }
    try {
      return appeals.contains(AppealId.parse(new String(key, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void add(Map<AppealId, Set<String>> to, AppealId appeal, String what) {
    to.computeIfAbsent(appeal, key -> new HashSet<>()).add(what);
  }
}
