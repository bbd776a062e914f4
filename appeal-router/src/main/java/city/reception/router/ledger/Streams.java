package city.reception.router.ledger;

import city.reception.router.ledger.CaseLedger.Partition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of table {@code stream}: partitions by their short ids, and how far each is recorded.
 */
final class Streams {

  private final JdbcTemplate jdbc;
  private final Map<Partition, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Partition> partitions = new ConcurrentHashMap<>();

  Streams(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  int id(Partition partition) {
    return Objects.requireNonNull(ids.get(partition), "lock() comes first");
  }

  Partition partition(int id) {
    return Objects.requireNonNull(partitions.get(id), "lock() comes first");
  }

  Map<Partition, Long> lock(Collection<Partition> wanted) {
    if (!ids.keySet().containsAll(wanted)) {
      insertMissing(wanted);
    }
    Map<Partition, Long> next = lockRows(wanted);
    if (!next.keySet().containsAll(wanted)) {
      // Known from a transaction that was rolled back, or from before the database was restored.
      insertMissing(wanted);
      next = lockRows(wanted);
    }
    return next;
  }

  private Map<Partition, Long> lockRows(Collection<Partition> wanted) {
    Map<Partition, Long> next = new HashMap<>();
    jdbc.query(
        """
        select s.id, s.topic, s.part, s.next_offset
        from stream s
        join unnest(?::text[], ?::int[]) as wanted (topic, part) using (topic, part)
        order by s.id
        for update of s
        """,
        row -> {
          Partition partition = new Partition(row.getString("topic"), row.getInt("part"));
          ids.put(partition, row.getInt("id"));
          partitions.put(row.getInt("id"), partition);
          next.put(partition, row.getLong("next_offset"));
        },
        topics(wanted),
        numbers(wanted));
    return next;
  }

  Map<Partition, Long> positions() {
    Map<Partition, Long> positions = new HashMap<>();
    jdbc.query(
        "select topic, part, next_offset from stream",
        row -> {
          positions.put(
              new Partition(row.getString("topic"), row.getInt("part")),
              row.getLong("next_offset"));
        });
    return positions;
  }

  void advance(Map<Partition, Long> nextOffsets) {
    Integer[] streamIds = nextOffsets.keySet().stream().map(this::id).toArray(Integer[]::new);
    Long[] offsets = nextOffsets.values().toArray(Long[]::new);
    jdbc.update(
        """
        update stream s
        set next_offset = greatest(s.next_offset, done.next_offset)
        from unnest(?::int[], ?::bigint[]) as done (id, next_offset)
        where s.id = done.id
        """,
        streamIds,
        offsets);
  }

  private void insertMissing(Collection<Partition> wanted) {
    jdbc.update(
        """
        insert into stream (topic, part)
        select topic, part from unnest(?::text[], ?::int[]) as wanted (topic, part)
        order by topic, part
        on conflict do nothing
        """,
        topics(wanted),
        numbers(wanted));
  }

  private static Object topics(Collection<Partition> partitions) {
    return partitions.stream().map(Partition::topic).toArray(String[]::new);
  }

  private static Object numbers(Collection<Partition> partitions) {
    return partitions.stream().map(Partition::number).toArray(Integer[]::new);
  }
}
