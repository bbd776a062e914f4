package city.reception.intake.submission;

import city.reception.events.AppealId;
import city.reception.intake.trackingcode.BodyDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which body recent submissions had, so that a key used with another body is refused at once. Fed
 * by this instance's own submissions and, from the log, by everybody's. Bounded: the oldest are
 * forgotten, and what is forgotten here the router still refuses and records.
 */
@Component
public final class RecentSubmissions {

  /** What is known of one appeal; compact, since there are many. */
  private static final class Known {
    private long digestHead;
    private long receivedAt;
    private int pending;
    private boolean settled;
    private boolean fromLog;

    Known(long digestHead) {
      this.digestHead = digestHead;
    }
  }

  private final Map<UUID, Known> entries;

  RecentSubmissions(SubmissionProperties properties) {
    int most = properties.recent();
    this.entries =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * Takes the appeal's id for that body; false when it belongs to another body already. Of two
   * bodies at once under one key, one at most gets true. Every true is followed by exactly one of
   * the next three.
   */
  synchronized boolean reserve(AppealId appeal, BodyDigest digest) {
    Known entry = entries.computeIfAbsent(appeal.value(), id -> new Known(digest.head()));
    if (entry.digestHead != digest.head()) {
      return false;
    }
    entry.pending++;
    return true;
  }

  /** It is in the log. */
  synchronized void acknowledged(AppealId appeal, BodyDigest digest, Instant receivedAt) {
    Known entry = settle(appeal, digest);
    if (entry != null && entry.receivedAt == 0) {
      entry.receivedAt = receivedAt.toEpochMilli();
    }
  }

  /** It may be in the log, so the id stays taken. */
  synchronized void unknown(AppealId appeal, BodyDigest digest) {
    settle(appeal, digest);
  }

  /** It is not in the log: the id is free again, unless another submission of it is. */
  synchronized void released(AppealId appeal, BodyDigest digest) {
    Known entry = entries.get(appeal.value());
    if (entry != null && entry.digestHead == digest.head()) {
      entry.pending--;
      if (entry.pending <= 0 && !entry.settled) {
        entries.remove(appeal.value());
      }
    }
  }

  /** The log holds it. What the log holds first is what counts, whoever believed otherwise. */
  public synchronized void learn(AppealId appeal, BodyDigest digest, Instant receivedAt) {
    Known entry = entries.computeIfAbsent(appeal.value(), id -> new Known(digest.head()));
    if (!entry.fromLog) {
      entry.digestHead = digest.head();
      entry.receivedAt = receivedAt.toEpochMilli();
      entry.settled = true;
      entry.fromLog = true;
    }
  }

  /** The first 64 bits of the digest under which the appeal is known. */
  public synchronized OptionalLong digestHead(AppealId appeal) {
    Known entry = entries.get(appeal.value());
    return entry == null || !entry.settled
        ? OptionalLong.empty()
        : OptionalLong.of(entry.digestHead);
  }

  /** When the log took the appeal; null when that is not known here. */
  public synchronized @Nullable Instant receivedAt(AppealId appeal) {
    Known entry = entries.get(appeal.value());
    return entry == null || entry.receivedAt == 0 ? null : Instant.ofEpochMilli(entry.receivedAt);
  }

  private @Nullable Known settle(AppealId appeal, BodyDigest digest) {
    Known entry = entries.get(appeal.value());
    if (entry == null || entry.digestHead != digest.head()) {
      return null;
    }
    entry.pending--;
    entry.settled = true;
    return entry;
  }
}
