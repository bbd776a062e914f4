package city.reception.benchmarks.router;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as the peer keeps it. */
@Entity
@Table(name = "peer_case")
class CaseEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "peer_case_number")
  @SequenceGenerator(name = "peer_case_number", sequenceName = "peer_case_number")
  private @Nullable Long number;

  @Column(nullable = false, unique = true)
  private UUID appealId;

  @Column(nullable = false)
  private String status;

  @Column(nullable = false)
  private String committee;

  @Column(nullable = false)
  private String applicant;

  @Column(nullable = false)
  private String subject;

  @Column(nullable = false, columnDefinition = "text")
  private String text;

  @Column(nullable = false)
  private Instant registeredAt;

  @Column(nullable = false)
  private Instant dueAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway")
  protected CaseEntity() {}

  CaseEntity(
      UUID appealId,
      String committee,
      String applicant,
      String subject,
      String text,
      Instant registeredAt,
      Instant dueAt) {
    this.appealId = appealId;
    this.status = "ROUTED";
    this.committee = committee;
    this.applicant = applicant;
    this.subject = subject;
    this.text = text;
    this.registeredAt = registeredAt;
    this.dueAt = dueAt;
  }

  @Nullable Long number() {
    return number;
  }
}
