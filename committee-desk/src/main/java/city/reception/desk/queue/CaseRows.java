package city.reception.desk.queue;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the tables have of a case. */
final class CaseRows {

  private CaseRows() {}

  /** A row of {@code appeal}. */
  static CaseSummary summary(ResultSet row) throws SQLException {
    @Nullable UUID parent = row.getObject("parent", UUID.class);
    return new CaseSummary(
        new AppealId(row.getObject("appeal_id", UUID.class)),
        row.getInt("version"),
        row.getInt("event_index"),
        AppealStatus.valueOf(row.getString("status")),
        new RegistrationNumber(row.getString("registration_number")),
        committee(row, "committee"),
        time(row, "registered_at"),
        time(row, "due_at"),
        new LocalizedText(
            row.getString("due_at_explanation_ru"), row.getString("due_at_explanation_en")),
        parent == null ? null : new AppealId(parent));
  }

  static @Nullable CommitteeId committee(ResultSet row, String column) throws SQLException {
    @Nullable String slug = row.getString(column);
    return slug == null ? null : new CommitteeId(slug);
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
