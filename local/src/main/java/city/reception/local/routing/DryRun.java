package city.reception.local.routing;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Basis;
import city.reception.local.reconciliation.RoutedBy;
import city.reception.router.routing.RoutingPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What another policy would have made of past appeals. Shows ids, committees, topics and numbers,
 * and nothing that anybody wrote.
 */
public final class DryRun {

  private final RoutingPolicy policy;
  private final List<Change> changes = new ArrayList<>();
  private int appeals;
  private int otherwise;

  /** An appeal that would have gone elsewhere. */
  record Change(AppealId appeal, CommitteeId from, CommitteeId to, String why) {}

  public DryRun(RoutingPolicy policy) {
    this.policy = policy;
  }

  /** Tries one. */
  public void accept(PastAppeals.Routed past) {
    appeals++;
    RoutingDecision now = policy.route(past.appeal());
    CommitteeId went = past.decision().committee();
    if (!now.committee().equals(went)) {
      changes.add(new Change(past.id(), went, now.committee(), why(now)));
    } else if (RoutedBy.of(now) != RoutedBy.of(past.decision())) {
      otherwise++;
    }
  }

  /** How many would have gone elsewhere. */
  public int changed() {
    return changes.size();
  }

  /** The counts, and each change with its reason. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d past appeals; %d would have gone where they went (%d of them for another reason), %d elsewhere"
            .formatted(appeals, appeals - changes.size(), otherwise, changes.size()));
    Map<String, Integer> counts = new TreeMap<>();
    changes.forEach(change -> counts.merge(change.from() + " -> " + change.to(), 1, Integer::sum));
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(count -> lines.add("%6d  %s".formatted(count.getValue(), count.getKey())));
    changes.forEach(change ->
        lines.add(
            "%s  %s -> %s: %s"
                .formatted(change.appeal(), change.from(), change.to(), change.why())));
    return lines;
  }

  private static String why(RoutingDecision now) {
    Basis basis = now.basis();
    StringBuilder why = new StringBuilder(RoutedBy.of(now).title());
    if (basis != null && basis.configuredRule() != null) {
      why.append(" '").append(basis.configuredRule()).append('\'');
    }
    if (basis != null && !basis.topics().isEmpty()) {
      RoutingDecision.TopicProbability topic = basis.topics().getFirst();
      why.append(
          String.format(
              Locale.ROOT,
              " (%s of %s, %.2f)",
              topic.topic(),
              topic.committee(),
              topic.probability()));
    }
    return why.toString();
  }
}
