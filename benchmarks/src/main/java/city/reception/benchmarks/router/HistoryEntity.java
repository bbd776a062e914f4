package city.reception.benchmarks.router;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a case's history as the peer keeps it. */
@Entity
@Table(name = "peer_history", indexes = @Index(columnList = "appealId"))
class HistoryEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "peer_history_id")
  @SequenceGenerator(name = "peer_history_id", sequenceName = "peer_history_id")
  private @Nullable Long id;

  @Column(nullable = false)
  private UUID appealId;

  @Column(nullable = false)
  private String event;

  @Column(nullable = false, columnDefinition = "text")
  private String reason;

  @Column(nullable = false)
  private Instant at;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected HistoryEntity() {}

  HistoryEntity(UUID appealId, String event, String reason, Instant at) {
    this.appealId = appealId;
    this.event = event;
    this.reason = reason;
    this.at = at;
  }
}
