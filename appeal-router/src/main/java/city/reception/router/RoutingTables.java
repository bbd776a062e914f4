package city.reception.router;

import city.reception.router.routing.ExplicitRule;
import city.reception.router.routing.RoutingTable;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import city.reception.starter.committees.Rule;

/** What {@code committees.yaml} says, as routing asks it. */
public final class RoutingTables {

  private RoutingTables() {}

  /**
   * The table of these committees.
   *
   * @throws IllegalArgumentException when two committees hold a topic, or a rule makes no sense;
   *     the message says which
   */
  public static RoutingTable of(Committees committees) {
    return new RoutingTable(
        committees.all().stream().map(RoutingTables::holder).toList(),
        committees.rules().stream().map(RoutingTables::rule).toList(),
        committees.complaintWords());
  }

  private static RoutingTable.Holder holder(Committee committee) {
    return new RoutingTable.Holder(
        committee.id(),
        committee.name(),
        committee.topics(),
        committee.about(),
        committee.deputies());
  }

  private static ExplicitRule rule(Rule rule) {
    try {
      return new ExplicitRule(
          rule.name(),
          rule.channels(),
          rule.kinds(),
          rule.applicants(),
          rule.words(),
          rule.places(),
          rule.committee());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the rule '" + rule.name() + "': " + e.getMessage(), e);
    }
  }
}
