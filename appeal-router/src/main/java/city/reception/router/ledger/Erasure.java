package city.reception.router.ledger;

import city.reception.events.AppealId;
import city.reception.events.Applicant;
import city.reception.events.CasePart;
import city.reception.events.PartOf;
import city.reception.events.Transfer;
import city.reception.events.codec.EventJson;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.lifecycle.CaseProgress;
import city.reception.router.lifecycle.Parts;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases what people wrote in a case, and enters in its journal that this was done. The chain stays
 * whole, since it covers digests that stay. Needs the role that owns the ledger; the service's may
 * not.
 *
 * <p>It waits for the batches that the routers have in hand and holds the next ones back for the
 * moment that it takes, so that none of them works on what it read before.
 */
public final class Erasure {

  /** The type of the entry in the journal. Does not raise the case's version. */
  static final String TYPE = "TextsErased";

  /** Stands for what was erased, wherever the rest of the system needs a text. */
  public static final String ERASED = "[стёрто / erased]";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final JsonMapper json = EventJson.mapper();

  public Erasure(JdbcTemplate jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * An order to erase.
   *
   * @param names whether the names of those who acted on the case go too; the applicant's always
   *     does
   * @param actor who gives it
   * @param reason why, without personal data: it stays
   */
  public record Order(AppealId appeal, boolean names, String actor, String reason) {}

  /**
   * What was erased.
   *
   * @param version with {@code index}, where the erasure is entered in the journal
   * @param entries of how many entries of the journal, beside the appeal itself
   * @param cases in how many cases: one, and one for each part of a split appeal
   */
  public record Done(int version, int index, int entries, int cases) {}

  // Read once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Standing(int version, int index, byte @Nullable [] head, Instant now) {}

  private record Facts(boolean names, int entries) {}

  private record OldEntry(int version, int index, String facts) {}

  private record Reason(String reason) {}

  /** Carries {@code order} out; none when there is no such case. Harmless when repeated. */
  public Optional<Done> erase(Order order) {
    return Objects.requireNonNull(transactions.execute(status -> alone(order)));
  }

  private Optional<Done> alone(Order order) {
    jdbc.query("select id from stream order by id for update", row -> {});
    return standing(order.appeal()).map(standing -> erase(order, standing));
  }

  private Done erase(Order order, Standing standing) {
    UUID appeal = order.appeal().value();
    eraseContent(appeal);
    forgetApplicant(appeal);
    List<AppealId> parts = eraseProgress(order);
    int entries = eraseTexts(appeal) + eraseOldTexts(appeal);
    if (order.names()) {
      eraseNames(appeal);
    }
    Done done = enter(order, standing, entries);
    // Each of them has the whole text too.
    int more =
        parts.stream()
            .map(part -> new Order(part, order.names(), order.actor(), order.reason()))
            .mapToInt(
                part -> standing(part.appeal()).map(there -> erase(part, there).cases()).orElse(0))
            .sum();
    return new Done(done.version(), done.index(), entries, 1 + more);
  }

  private Optional<Standing> standing(AppealId appeal) {
    return jdbc
        .query(
            """
            select version, idx, journal_head, now() as now
            from appeal_case where appeal_id = ? for update
            """,
            (row, number) ->
                new Standing(
                    row.getInt("version"),
                    row.getInt("idx"),
                    row.getBytes("journal_head"),
                    JournalCheck.instant(row, "now").truncatedTo(ChronoUnit.MILLIS)),
            appeal.value())
        .stream()
        .findFirst();
  }

  /** Puts the letter's own number in place of what its applicant's name is known by. */
  private void forgetApplicant(UUID appeal) {
    jdbc.update(
        """
        with forgotten as (
          select id, applicant from letter where appeal_id = ?
        ), key as (
          delete from letter_key k using forgotten f
          where k.key = f.applicant and k.letter_id = f.id
        ), voice as (
          update exemplar e set voices = array_replace(e.voices, f.applicant, -f.id)
          from forgotten f where f.applicant = any (e.voices)
        )
        update letter l set applicant = -f.id from forgotten f where l.id = f.id
        """,
        appeal);
  }

  private void eraseContent(UUID appeal) {
    String content =
        jdbc.queryForObject(
            "select content from appeal_content where appeal_id = ?", String.class, appeal);
    AppealContent left = withoutTexts(json.readValue(content, AppealContent.class));
    jdbc.update(
        """
        update appeal_content
        set content = ?::json, salt = null,
          digest = coalesce(digest, sha256(salt || convert_to(content::text, 'UTF8')))
        where appeal_id = ?
        """,
        json.writeValueAsString(left),
        appeal);
  }

  /** What the statistics and the rest of the case's life need. */
  private static AppealContent withoutTexts(AppealContent content) {
    PartOf part = content.part();
    return new AppealContent(
        content.kind(),
        content.channel(),
        new Applicant(content.applicant().type(), ERASED, null),
        null,
        ERASED,
        ERASED,
        null,
        content.receivedOn(),
        content.receivedAt(),
        content.identityAssurance(),
        part == null ? null : new PartOf(part.parent(), part.parentNumber(), part.number(), ERASED),
        content.initiativeDirection(),
        null);
  }

  /** What the case remembers of its parts and its correspondence. Returns which these parts are. */
  private List<AppealId> eraseProgress(Order order) {
    UUID appeal = order.appeal().value();
    CaseProgress progress =
        json.readValue(
            Objects.requireNonNull(
                jdbc.queryForObject(
                    "select progress from appeal_case where appeal_id = ?", String.class, appeal)),
            CaseProgress.class);
    Parts parts = progress.parts();
    if (parts == null && progress.correspondence() == null) {
      return List.of();
    }
    jdbc.update(
        "update appeal_case set progress = ?::json where appeal_id = ?",
        json.writeValueAsString(
            new CaseProgress(
                progress.rules(),
                progress.generation(),
                progress.waitsFor(),
                progress.passedOnBy(),
                progress.ties(),
                parts == null ? null : withoutTexts(parts, order.names()),
                progress.requests(),
                progress.lastAnswer(),
                progress.reopened(),
                null)),
        appeal);
    return parts == null
        ? List.of()
        : parts.parts().stream().map(part -> part.part().appealId()).toList();
  }

  private static Parts withoutTexts(Parts parts, boolean names) {
    Transfer split = parts.split();
    return new Parts(
        parts.parts().stream()
            .map(each ->
                new Parts.Part(
                    new CasePart(
                        each.part().number(),
                        each.part().appealId(),
                        each.part().committee(),
                        ERASED),
                    each.ended()))
            .toList(),
        new Transfer(split.fromCommittee(), ERASED, names ? ERASED : split.actor(), split.at()));
  }

  private int eraseTexts(UUID appeal) {
    return jdbc.update(
        """
        update case_event
        set texts = null, texts_salt = null,
          texts_digest = sha256(texts_salt || convert_to(texts::text, 'UTF8'))
        where appeal_id = ? and texts is not null and type <> ?
        """,
        appeal,
        TYPE);
  }

  private void eraseNames(UUID appeal) {
    jdbc.update(
        """
        update case_event
        set actor = null, actor_salt = null,
          actor_digest = sha256(actor_salt || convert_to(actor, 'UTF8'))
        where appeal_id = ? and actor is not null and type <> ?
        """,
        appeal,
        TYPE);
  }

  /** Entries from before the chain hold everything in one. */
  private int eraseOldTexts(UUID appeal) {
    List<OldEntry> old =
        jdbc.query(
            """
            select version, idx, facts from case_event
            where appeal_id = ? and digest is null
            """,
            (row, number) ->
                new OldEntry(
                    row.getInt("version"),
                    row.getInt("idx"),
                    JournalFacts.plain(json.readTree(row.getString("facts")), json)),
            appeal);
    old.forEach(entry ->
        jdbc.update(
            "update case_event set facts = ?::json where appeal_id = ? and version = ? and idx = ?",
            entry.facts(),
            appeal,
            entry.version(),
            entry.index()));
    return old.size();
  }

  private Done enter(Order order, Standing standing, int entries) {
    SealedText actor = SealedText.of(order.actor());
    SealedText reason = SealedText.of(json.writeValueAsString(new Reason(order.reason())));
    JournalDigest.Entry entry =
        new JournalDigest.Entry(
            order.appeal(),
            standing.version(),
            standing.index() + 1,
            TYPE,
            standing.now(),
            null,
            null,
            Cause.OPERATOR,
            standing.version(),
            json.writeValueAsString(new Facts(order.names(), entries)),
            actor.digest(),
            reason.digest());
    byte[] digest = JournalDigest.of(standing.head(), entry);
    jdbc.update(
        """
        insert into case_event
          (appeal_id, version, idx, type, at, facts, party, seen, actor, actor_salt, texts,
           texts_salt, digest)
        values (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?::json, ?, ?)
        """,
        order.appeal().value(),
        entry.version(),
        entry.index(),
        entry.type(),
        Timestamp.from(entry.at()),
        entry.facts(),
        entry.party(),
        entry.seen(),
        actor.text(),
        actor.salt(),
        reason.text(),
        reason.salt(),
        digest);
    jdbc.update(
        "update appeal_case set idx = ?, journal_head = ? where appeal_id = ?",
        entry.index(),
        digest,
        order.appeal().value());
    return new Done(entry.version(), entry.index(), entries, 1);
  }
}
