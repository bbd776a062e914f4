package city.reception.local.reconciliation;

import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.CaseReopened;
import city.reception.events.CommitteeId;
import city.reception.events.NoticeSent;
import city.reception.events.Reply;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import city.reception.events.codec.UndecodableException;
import city.reception.local.deadletters.DeadLetters;
import city.reception.local.deadletters.ParkedRecord;
import city.reception.local.kafka.TopicReader;
import city.reception.local.postgres.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Counts what became of every appeal, in the topics and in the ledgers. Looks back 29 days, which
 * is as far as every topic reaches.
 */
public final class Reconciler {

  private static final Duration REACH = Duration.ofDays(29);

  private final String bootstrapServers;
  private final LedgerTables ledgers;
  private final Collection<CommitteeId> committees;
  private final Clock clock;
  private final EventCodec codec = new EventCodec();

  public Reconciler(
      String bootstrapServers,
      Database router,
      Database notifications,
      Collection<CommitteeId> committees,
      Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.ledgers = new LedgerTables(router, notifications);
    this.committees = committees;
    this.clock = clock;
  }

  /** Counts. The topics are read first, so that what a ledger lacks is not merely younger. */
  public Counts run() {
    Instant since = clock.instant().minus(REACH);
    Set<AppealId> accepted = new HashSet<>();
    Set<AppealId> routed = new HashSet<>();
    Set<AppealId> parts = new HashSet<>();
    Ends ends = new Ends();
    Set<String> noticesSaid = new HashSet<>();
    Map<AppealId, RoutedBy> rules = new HashMap<>();
    try (TopicReader reader = new TopicReader(bootstrapServers)) {
      Events events = new Events(reader, since);
      events.read(Topics.RECEIVED, AppealReceived.class, (id, appeal) -> accepted.add(id));
      for (CommitteeId committee : committees) {
        events.read(
            Topics.routed(committee),
            AppealRouted.class,
            (id, appeal) -> {
              (appeal.part() == null ? routed : parts).add(id);
              if (appeal.transfer() == null
                  && appeal.reopening() == null
                  && appeal.part() == null) {
                rules.put(id, RoutedBy.of(appeal.routing()));
              }
            });
      }
      events.read(Topics.REPLY, Reply.class, (id, reply) -> ends.add(reply));
      events.read(
          Topics.STATUS_CHANGED, CaseReopened.class, (id, reopened) -> ends.addReopened(id));
      events.read(
          Topics.NOTICE_DELIVERY,
          NoticeSent.class,
          (id, notice) -> noticesSaid.add(notice.noticeId().value()));
    }
    Map<AppealId, LedgerTables.Case> cases = ledgers.cases(since);
    Map<AppealId, AppealStatus> wholes = new HashMap<>();
    cases.forEach((id, found) -> {
      if (!parts.contains(id)) {
        wholes.put(id, AppealStatus.valueOf(found.status()));
      }
    });
    List<LedgerTables.EndNotice> notices = ledgers.endNotices();
    return new Counts(
        accepted,
        wholes.keySet(),
        routed,
        parts,
        ends.answered(wholes, notices),
        ends.endedOtherwise(wholes, notices),
        ledgers.notices(since),
        noticesSaid.size(),
        count(cases.values().stream().map(LedgerTables.Case::committee).toList()),
        count(rules.values()),
        count(cases.values().stream().map(LedgerTables.Case::status).toList()),
        deadLetters());
  }

  private Map<String, Long> deadLetters() {
    return count(
        new DeadLetters(bootstrapServers, clock).open().stream().map(ParkedRecord::topic).toList());
  }

  private static <K> Map<K, Long> count(Collection<K> values) {
    return values.stream()
        .collect(Collectors.groupingBy(value -> value, HashMap::new, Collectors.counting()));
  }

  /** The events of a kind, keyed by their appeals; what cannot be read is no event. */
  private final class Events {
    private final TopicReader reader;
    private final Instant since;

    Events(TopicReader reader, Instant since) {
      this.reader = reader;
      this.since = since;
    }

    <V extends AppealEvent, T extends V> void read(
        Topic<AppealId, V> topic, Class<T> kind, BiConsumer<AppealId, T> use) {
      reader.read(
          Set.of(topic.name()),
          record -> {
            if (Instant.ofEpochMilli(record.timestamp()).isBefore(since)) {
              return;
            }
            try {
              V event = codec.decode(topic, record).event();
              if (kind.isInstance(event)) {
                use.accept(event.appealId(), kind.cast(event));
              }
            } catch (UndecodableException e) {
              // Whoever reads it for a living has parked it, and the dead letters are counted too.
            }
          });
    }
  }
}
