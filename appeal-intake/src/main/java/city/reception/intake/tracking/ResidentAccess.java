package city.reception.intake.tracking;

import city.reception.events.AppealId;
import city.reception.intake.problem.Problem;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemType;
import city.reception.intake.problem.Problems;
import city.reception.intake.submission.RecentSubmissions;
import city.reception.intake.trackingcode.BodyDigest;
import city.reception.intake.trackingcode.TrackingCode;
import city.reception.intake.trackingcode.TrackingCodes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets a resident in by the tracking code. A code that was made for another body under the same key
 * opens nothing: the digest in the code is compared with the one that was registered and, before
 * that is known here, with the one that the log holds, as far as this instance remembers it.
 */
@Component
public final class ResidentAccess {

  /** The header that carries the code. */
  public static final String HEADER = "Tracking-Code";

  private static final Logger log = LoggerFactory.getLogger(ResidentAccess.class);

  private final TrackingCodes codes;
  private final JdbcTrackedCases cases;
  private final RecentSubmissions recent;

  ResidentAccess(TrackingCodes codes, JdbcTrackedCases cases, RecentSubmissions recent) {
    this.codes = codes;
    this.cases = cases;
    this.recent = recent;
  }

  /**
   * The appeal that the code opens.
   *
   * @throws ProblemException 404, one and the same for a wrong code, a malformed id and an unknown
   *     one; 503 when the database is away
   */
  public AppealId authorize(String appealId, @Nullable String code) {
    return open(appealId, code).appealId();
  }

  Opened open(String appealId, @Nullable String code) {
    AppealId appeal = parse(appealId);
    TrackingCode genuine =
        codes.verify(appeal, code == null ? "" : code).orElseThrow(ResidentAccess::noSuchAppeal);
    TrackedCase known = find(appeal);
    String registered = known.registeredDigest();
    if (registered == null) {
      recent
          .digestHead(appeal)
          .ifPresent(head -> {
            if (!genuine.mayBeFor(head)) {
              throw noSuchAppeal();
            }
          });
      // Later events may have outrun the registration. Without it the code cannot be compared.
      return new Opened(appeal, TrackedCase.NONE);
    }
    if (!isFor(genuine, registered)) {
      throw noSuchAppeal();
    }
    return new Opened(appeal, known);
  }

  /** An appeal whose code was right. */
  record Opened(AppealId appealId, TrackedCase known) {}

  private TrackedCase find(AppealId appeal) {
    try {
      return cases.find(appeal);
    } catch (DataAccessException e) {
      log.atWarn()
          .addKeyValue("appealId", appeal)
          .log("tracking cannot be read ({})", e.getClass().getSimpleName());
      throw new ProblemException(
          Problem.of(
                  ProblemType.TRACKING_UNAVAILABLE,
                  "Nothing is lost; where the appeal is cannot be shown at the moment.",
                  "Ничего не потеряно; показать, где обращение, сейчас нельзя.")
              .retryAfter(5));
    }
  }

  private static boolean isFor(TrackingCode code, String registered) {
    try {
      return code.isFor(BodyDigest.parse(registered));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static AppealId parse(String appealId) {
    try {
      return AppealId.parse(appealId);
    } catch (IllegalArgumentException e) {
      throw noSuchAppeal();
    }
  }

  private static ProblemException noSuchAppeal() {
    return new ProblemException(Problems.noSuchAppeal());
  }
}
