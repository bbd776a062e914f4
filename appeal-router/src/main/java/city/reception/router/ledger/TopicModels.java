package city.reception.router.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The models that this installation was offered, and what became of each. */
public final class TopicModels {

  private final JdbcTemplate jdbc;

  public TopicModels(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What a model is offered as. */
  public enum Role {
    LIVE,
    SHADOW
  }

  /** What has become of a model. */
  public enum State {
    /** No router has looked at it yet. */
    OFFERED,
    /** It decides. */
    LIVE,
    /** It runs beside the live one, and only its disagreements are recorded. */
    SHADOW,
    /** Another took its place, or it was withdrawn. */
    RETIRED,
    /** It was not taken; the reason says why. */
    REFUSED
  }

  /** A model that a router has to do with just now. */
  public record Standing(long id, String version, State state, Role role, boolean forced) {}

  /**
   * A model with its story.
   *
   * @param card what the model says of itself, as JSON
   */
  public record Entry(
      long id,
      String version,
      State state,
      Role role,
      boolean forced,
      @Nullable String reason,
      String card,
      String offeredBy,
      Instant offeredAt) {}

  /** Those that are offered, live or shadow, the oldest first. Reads no model, so it is cheap. */
  public List<Standing> standing() {
    return jdbc.query(
        """
        select id, version, state, role, forced from topic_model where state in ('LIVE', 'SHADOW')
        union all
        select id, version, state, role, forced from topic_model where state = 'OFFERED'
        order by id
        """,
        (row, number) ->
            new Standing(
                row.getLong("id"),
                row.getString("version"),
                State.valueOf(row.getString("state")),
                Role.valueOf(row.getString("role")),
                row.getBoolean("forced")));
  }

  /** All of them, the newest first. */
  public List<Entry> all() {
    return jdbc.query(
        """
        select id, version, state, role, forced, reason, card, offered_by, offered_at
        from topic_model
        order by id desc
        """,
        (row, number) -> entry(row));
  }

  /** One of them. */
  public Optional<Entry> find(long id) {
    return jdbc
        .query(
            """
            select id, version, state, role, forced, reason, card, offered_by, offered_at
            from topic_model
            where id = ?
            """,
            (row, number) -> entry(row),
            id)
        .stream()
        .findFirst();
  }

  /** The model itself. */
  public byte[] bytes(long id) {
    byte[] model =
        jdbc.queryForObject("select model from topic_model where id = ?", byte[].class, id);
    return Objects.requireNonNull(model, "the column is not null");
  }

  /** Every topic that any of the models knows. */
  public Set<String> topics() {
    Set<String> topics = new HashSet<>();
    jdbc.query(
        "select topics from topic_model",
        row -> {
          Array array = row.getArray("topics");
          topics.addAll(Arrays.asList((String[]) array.getArray()));
        });
    return topics;
  }

  /** Offers a model. Returns under which id; the routers look at it within seconds. */
  public long offer(
      String version,
      byte[] model,
      String card,
      Set<String> topics,
      Role role,
      boolean forced,
      String by) {
    Long id =
        jdbc.queryForObject(
            """
            insert into topic_model (version, model, card, topics, role, forced, state, offered_by)
            values (?, ?, ?::json, ?, ?, ?, 'OFFERED', ?)
            returning id
            """,
            Long.class,
            version,
            model,
            card,
            topics.toArray(String[]::new),
            role.name(),
            forced,
            by);
    if (id == null) {
      throw new IllegalStateException("an insert returns its row");
    }
    return id;
  }

  /**
   * Settles an offer as judged beside {@code live}; belongs inside a transaction. Does nothing when
   * another router was faster, with this offer or with another live model: the offer, if it still
   * is one, is then judged again.
   */
  public boolean settle(Standing offer, @Nullable Long live, State state, @Nullable String reason) {
    List<Standing> locked =
        jdbc.query(
            """
            select id, version, state, role, forced
            from topic_model
            where id = ? or state = 'LIVE'
            order by id
            for update
            """,
            (row, number) ->
                new Standing(
                    row.getLong("id"),
                    row.getString("version"),
                    State.valueOf(row.getString("state")),
                    Role.valueOf(row.getString("role")),
                    row.getBoolean("forced")),
            offer.id());
    Long liveNow =
        locked.stream()
            .filter(model -> model.state() == State.LIVE)
            .map(Standing::id)
            .findFirst()
            .orElse(null);
    if (!locked.contains(offer) || !Objects.equals(live, liveNow)) {
      return false;
    }
    if (state == State.LIVE || state == State.SHADOW) {
      jdbc.update(
          """
          update topic_model
          set state = 'RETIRED', reason = 'replaced by ' || ?, settled_at = now()
          where state = ?
          """,
          offer.version(),
          state.name());
    }
    jdbc.update(
        "update topic_model set state = ?, reason = ?, settled_at = now() where id = ?",
        state.name(),
        reason,
        offer.id());
    return true;
  }

  /** Takes the shadow away. Returns whether there was one. */
  public boolean withdrawShadow(String by) {
    return jdbc.update(
            """
            update topic_model
            set state = 'RETIRED', reason = 'withdrawn by ' || ?, settled_at = now()
            where state = 'SHADOW'
            """,
            by)
        > 0;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getString("version"),
        State.valueOf(row.getString("state")),
        Role.valueOf(row.getString("role")),
        row.getBoolean("forced"),
        row.getString("reason"),
        row.getString("card"),
        row.getString("offered_by"),
        row.getTimestamp("offered_at").toInstant());
  }
}
