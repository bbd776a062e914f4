package city.reception.benchmarks.journey;

import city.reception.benchmarks.harness.YearOfCases;
import city.reception.local.postgres.Database;
import java.sql.SQLException;
import java.util.List;

/**
 * Fills the delivery ledger with cases of the last year: each was told that it is registered, of
 * twelve eleven were answered and told so, by mail. Contacts of answered cases are erased.
 */
final class NoticesPreload {

  private static final List<String> FILL =
      List.of(
          """
          insert into recipient (appeal_id, body_digest, version, closed_at, erased_at)
          select appeal_id, encode(sha256(n::text::bytea), 'base64'),
            case when answered then 3 else 1 end,
            case when answered then at + interval '10 days' end,
            case when answered then at + interval '20 days' end
          from preload order by n
          """,
          """
          insert into contact (appeal_id, body_digest, key_id, box, received_at)
          select appeal_id, encode(sha256(n::text::bytea), 'base64'), 'bench1',
            repeat(md5(n::text), 6), at
          from preload where not answered order by n
          """,
          """
          insert into notice (notice_id, appeal_id, kind, medium, version, idx, summary, state,
            attempts, claimed_by, smtp_status, created_at, first_attempt_at, decided_at)
          select gen_random_uuid(), appeal_id,
            case step when 0 then 'REGISTERED_AND_ROUTED' else 'ANSWERED' end, 'EMAIL', 1 + 2 * step, 0,
            json_build_object('appealId', appeal_id, 'status', 'ROUTED',
              'explanation', repeat('x', 350)),
            'SENT', 1, 'preload', 250, at, at, at
          from preload, generate_series(0, 1) step
          where step = 0 or answered
          order by n, step
          """,
          """
          insert into outcome (event_id, notice_id, outcome, at, smtp_status, reason, published_at)
          select gen_random_uuid(), notice_id, 'SENT', created_at, 250, 'preload', created_at
          from notice where claimed_by = 'preload'
          """);

  private NoticesPreload() {}

  /** Adds {@code cases} to the tables of {@code notifications}, at most once. */
  static void fill(Database notifications, int cases) throws SQLException {
    YearOfCases.fill(notifications, cases, FILL);
  }
}
