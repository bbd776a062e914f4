package city.reception.benchmarks.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that was measured, as a table for people and as a tree for the file. */
public final class Report {

  /** A claim and how it fared. */
  record Claim(String name, Spread spread, double target) {
    boolean met() {
      return spread.median() >= target;
    }
  }

  private final Machine machine;
  private final List<Map<String, Object>> measures = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<String> uneven = new ArrayList<>();

  public Report(Machine machine) {
    this.machine = machine;
  }

  /** Keeps a measure's result; answers its table. */
  public synchronized String add(Rounds.Result result) {
    StringBuilder table = new StringBuilder(result.measure().name()).append('\n');
    List<Map<String, Object>> alternatives = new ArrayList<>();
    for (Alternative alternative : result.measure().alternatives()) {
      Map<String, Object> figures = new LinkedHashMap<>();
      table.append("  ").append(alternative.name()).append('\n');
      spreads(result.rounds(), alternative.name())
          .forEach((figure, spread) -> {
            figures.put(figure, tree(spread));
            table.append(row(figure, spread)).append('\n');
          });
      alternatives.add(Map.of("name", alternative.name(), "figures", figures));
    }
    for (Ratio ratio : result.measure().ratios()) {
      Claim claim =
          new Claim(
              ratio.name(),
              Spread.of(result.rounds().stream().map(ratio.of()::applyAsDouble).toList()),
              ratio.target());
      claims.add(claim);
      table.append("  ").append(row(claim)).append('\n');
    }
    Map<String, Object> measure = new LinkedHashMap<>();
    measure.put("name", result.measure().name());
    measure.put("rounds", result.rounds().size());
    measure.put("alternatives", alternatives);
    measure.put("accepted", result.account().accepted());
    measure.put("lost", result.account().lost());
    measure.put("doubled", result.account().doubled());
    measures.add(measure);
    if (result.account().accepted() > 0) {
      table.append("  ").append(sentence(result.account())).append('\n');
    }
    if (!result.account().isEven()) {
      uneven.add(result.measure().name() + ": " + sentence(result.account()));
    }
    return table.toString();
  }

  /** Whether nothing was lost or doubled so far. */
  public synchronized boolean isEven() {
    return uneven.isEmpty();
  }

  /** The claims of all measures, and whatever was lost or doubled. */
  public synchronized String summary() {
    StringBuilder summary = new StringBuilder("ratios, larger is better: median (min – max)\n");
    claims.forEach(claim -> summary.append("  ").append(row(claim)).append('\n'));
    uneven.forEach(line -> summary.append("LOST OR DOUBLED: ").append(line).append('\n'));
    return summary.toString();
  }

  /** What goes into the file. */
  public synchronized Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("machine", machine);
    tree.put("measures", List.copyOf(measures));
    tree.put("ratios", claims.stream().map(Report::tree).toList());
    return tree;
  }

  private static Map<String, Spread> spreads(List<Round> rounds, String alternative) {
    Set<String> names = new LinkedHashSet<>();
    List<Reading> readings =
        rounds.stream().map(round -> round.readings().get(alternative)).toList();
    readings.forEach(reading -> names.addAll(reading.figures().keySet()));
    Map<String, Spread> spreads = new LinkedHashMap<>();
    for (String name : names) {
      spreads.put(
          name,
          Spread.of(
              readings.stream()
                  .map(reading -> reading.figures().getOrDefault(name, Double.NaN))
                  .toList()));
    }
    return spreads;
  }

  private static String row(String figure, Spread spread) {
    return "    %-34s %12s  (%s – %s)"
        .formatted(
            figure,
            Figures.text(spread.median()),
            Figures.text(spread.min()),
            Figures.text(spread.max()));
  }

  private static String row(Claim claim) {
    String text =
        "%-64s %8s  (%s – %s)"
            .formatted(
                claim.name(),
                Figures.text(claim.spread().median()),
                Figures.text(claim.spread().min()),
                Figures.text(claim.spread().max()));
    return Double.isNaN(claim.target())
        ? text
        : text
            + "  target %s: %s"
                .formatted(Figures.text(claim.target()), claim.met() ? "met" : "NOT MET");
  }

  private static String sentence(Account account) {
    return "accepted %,d, lost %,d, doubled %,d, refused yet arrived %,d"
        .formatted(
            account.accepted(), account.lost(), account.doubled(), account.refusedYetArrived());
  }

  /** What is not a number is null in JSON. */
  private static Map<String, Object> tree(Spread spread) {
    Map<String, Object> tree = new LinkedHashMap<>();
    put(tree, "median", spread.median());
    put(tree, "min", spread.min());
    put(tree, "max", spread.max());
    return tree;
  }

  private static Map<String, Object> tree(Claim claim) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", claim.name());
    tree.putAll(tree(claim.spread()));
    put(tree, "target", claim.target());
    tree.put("met", Double.isNaN(claim.target()) || claim.met());
    return tree;
  }

  @SuppressWarnings("NullAway") // a null value is how JSON says that there is no number
  private static void put(Map<String, Object> tree, String name, double value) {
    tree.put(name, Double.isFinite(value) ? value : null);
  }
}
