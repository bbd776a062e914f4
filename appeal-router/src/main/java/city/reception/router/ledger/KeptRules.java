package city.reception.router.ledger;

import city.reception.events.codec.EventJson;
import city.reception.router.lifecycle.RuleSet;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rule sets that cases may have been registered under. What a case was promised cannot be
 * changed by an edit of a file.
 */
public final class KeptRules {

  private final JdbcTemplate jdbc;
  private final JsonMapper json = EventJson.mapper();

  public KeptRules(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps the sets in force by {@code today}.
   *
   * @throws IllegalStateException when a set that was kept before is missing from {@code ruleSets}
   *     or reads otherwise there
   */
  public void keep(List<RuleSet> ruleSets, LocalDate today) {
    for (RuleSet rules : ruleSets) {
      if (!rules.inForceFrom().isAfter(today)) {
        jdbc.update(
            "insert into rule_set (id, rules) values (?, ?::json) on conflict do nothing",
            rules.id(),
            json.writeValueAsString(rules));
      }
    }
    List<Kept> kept =
        jdbc.query(
            "select id, rules from rule_set order by id",
            (row, number) -> new Kept(row.getString("id"), json.readTree(row.getString("rules"))));
    for (Kept set : kept) {
      JsonNode now = checked(set.id(), set.rules(), ruleSets);
      if (now.size() > set.rules().size()) {
        jdbc.update("update rule_set set rules = ?::json where id = ?", now.toString(), set.id());
      }
    }
  }

  private record Kept(String id, JsonNode rules) {}

  /**
   * What a later version of the service added to a rule set has no counterpart in {@code kept}; it
   * is kept from then on.
   */
  private JsonNode checked(String id, JsonNode kept, List<RuleSet> ruleSets) {
    JsonNode now =
        ruleSets.stream()
            .filter(rules -> rules.id().equals(id))
            .findFirst()
            .<JsonNode>map(json::valueToTree)
            .orElseThrow(() ->
                new IllegalStateException(
                    "rule set " + id + " is missing: cases were registered under it"));
    for (String name : kept.propertyNames()) {
      if (!kept.path(name).equals(now.path(name))) {
        throw new IllegalStateException(
            "rule set %s: %s was %s when cases were registered under it and is %s now; an amendment"
                    .formatted(id, name, kept.path(name), now.path(name))
                + " is a new rule set with an id of its own");
      }
    }
    return now;
  }
}
