package city.reception.intake.submission;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import city.reception.events.InitiativeDirection;
import city.reception.events.Limits;
import city.reception.events.Location;
import city.reception.intake.problem.FieldErrors;
import city.reception.intake.web.JsonFields;
import city.reception.starter.committees.Committees;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a submission and names everything that is wrong with it. */
@Component
final class SubmissionReader {

  private static final int DATE_LENGTH = 10;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Committees committees;
  private final Clock clock;
  private final ZoneId zone;

  SubmissionReader(Committees committees, Clock clock, SubmissionProperties properties) {
    this.committees = committees;
    this.clock = clock;
    this.zone = properties.zone();
  }

  /** The submission; empty, with the reasons among the errors, when anything of it is wrong. */
  Optional<Submission> read(JsonFields body, FieldErrors errors) {
    AppealKind kind = body.choice("kind", AppealKind.class, true);
    Applicant applicant = applicant(body.object("applicant", true));
    Submission.Reach contact = ContactReader.read(body.object("contact", true), body);
    Addressee addressee = addressee(body.object("addressee", false));
    String subject = body.line("subject", Limits.SUBJECT, true);
    String text = body.text("text", Limits.TEXT, true);
    Location location = location(body.object("location", false));
    LocalDate receivedOn = receivedOn(body);
    InitiativeDirection direction = initiativeDirection(body, kind);
    body.end();
    if (kind == null
        || applicant == null
        || contact == null
        || subject == null
        || text == null
        || !errors.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Submission(
            kind, applicant, contact, addressee, subject, text, location, receivedOn, direction));
  }

  private static @Nullable Applicant applicant(@Nullable JsonFields fields) {
    if (fields == null) {
      return null;
    }
    ApplicantType type = fields.choice("type", ApplicantType.class, true);
    String name = fields.line("name", Limits.NAME, true);
    String organisation = fields.line("organisation", Limits.NAME, false);
    fields.end();
    return type == null || name == null ? null : new Applicant(type, name, organisation);
  }

  private @Nullable Addressee addressee(@Nullable JsonFields fields) {
    if (fields == null) {
      return null;
    }
    String slug = fields.line("committee", Limits.NAME, false);
    String deputy = fields.line("deputy", Limits.NAME, false);
    fields.end();
    CommitteeId committee = slug == null ? null : committee(slug);
    if (slug != null && committee == null) {
      fields.wrong(
          "committee",
          "unknown-committee",
          "is not the slug of a committee; see /api/v1/committees",
          "нет комитета с таким обозначением; см. /api/v1/committees");
    }
    return committee == null && deputy == null ? null : new Addressee(committee, deputy);
  }

  private @Nullable CommitteeId committee(String slug) {
    return committees.ids().stream().filter(id -> id.slug().equals(slug)).findFirst().orElse(null);
  }

  private static @Nullable Location location(@Nullable JsonFields fields) {
    if (fields == null) {
      return null;
    }
    String address = fields.text("address", Limits.ADDRESS, false);
    Double latitude = fields.number("latitude", -90, 90);
    Double longitude = fields.number("longitude", -180, 180);
    fields.requireTogether("latitude", "longitude");
    fields.end();
    return address == null && latitude == null ? null : new Location(address, latitude, longitude);
  }

  private @Nullable LocalDate receivedOn(JsonFields body) {
    String text = body.line("receivedOn", Limits.NAME, false);
    if (text == null) {
      return null;
    }
    LocalDate day = text.length() == DATE_LENGTH && DATE.matcher(text).matches() ? day(text) : null;
    if (day == null) {
      body.wrong(
          "receivedOn",
          "format",
          "must be a day of the calendar, such as 2026-11-20",
          "должно быть днём календаря, например 2026-11-20");
      return null;
    }
    if (day.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
      body.wrong("receivedOn", "future", "must not be in the future", "не должно быть в будущем");
      return null;
    }
    return day;
  }

  /** Where the kind itself is wrong, whether it may have a direction is not known. */
  private static @Nullable InitiativeDirection initiativeDirection(
      JsonFields body, @Nullable AppealKind kind) {
    InitiativeDirection direction =
        body.choice("initiativeDirection", InitiativeDirection.class, false);
    if (direction != null && kind != null && kind != AppealKind.INITIATIVE) {
      body.wrong(
          "initiativeDirection",
          "not-an-initiative",
          "is for the kind INITIATIVE only",
          "указывается только для вида INITIATIVE");
    }
    return direction;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
