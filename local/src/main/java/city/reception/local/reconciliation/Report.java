package city.reception.local.reconciliation;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the counts amount to, for a person and for an exit status. */
public final class Report {

  private static final int SHOWN = 5;

  private final Counts counts;
  private final List<String> findings = new ArrayList<>();

  private Report(Counts counts) {
    this.counts = counts;
  }

  /** What {@code counts} amount to by themselves. */
  public static Report of(Counts counts) {
    Report report = new Report(counts);
    report.compare();
    return report;
  }

  /**
   * What they amount to beside what those outside know: the appeals that a channel was told are
   * accepted, and those that the desk was told are answered.
   */
  public static Report of(Counts counts, Set<AppealId> acknowledged, Set<AppealId> answeredAtDesk) {
    Report report = new Report(counts);
    report.same("acknowledged to the channel", acknowledged, "accepted", counts.accepted());
    report.same("answered at the desk", answeredAtDesk, "answered", counts.answered().cases());
    report.compare();
    return report;
  }

  /** Whether nothing is off. */
  public boolean isEven() {
    return findings.isEmpty();
  }

  /** What is off, in words; empty when nothing is. */
  public List<String> findings() {
    return List.copyOf(findings);
  }

  /** The whole table; its last lines are the reconciliation itself. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("by committee");
    new TreeMap<>(named(counts.byCommittee()))
        .forEach((committee, n) -> lines.add("  %-40s %6d".formatted(committee, n)));
    lines.add("first routed by");
    for (RoutedBy rule : RoutedBy.values()) {
      lines.add("  %-40s %6d".formatted(rule.title(), counts.byRule().getOrDefault(rule, 0L)));
    }
    lines.add("now");
    new TreeMap<>(counts.byStatus())
        .forEach(
            (status, n) -> lines.add("  %-40s %6d".formatted(status.toLowerCase(Locale.ROOT), n)));
    lines.add("notices");
    new TreeMap<>(counts.notices())
        .forEach(
            (state, n) -> lines.add("  %-40s %6d".formatted(state.toLowerCase(Locale.ROOT), n)));
    if (!counts.parts().isEmpty()) {
      lines.add("parts of split appeals");
      lines.add("  %-40s %6d".formatted("cases of their own", counts.parts().size()));
    }
    findings.forEach(finding -> lines.add("off: " + finding));
    if (!counts.endedOtherwise().cases().isEmpty()) {
      lines.add(line("forwarded or refused", counts.endedOtherwise()));
    }
    lines.add(
        "%s: accepted %d, registered %d, routed %d"
            .formatted(
                verdict(counts.accepted(), counts.registered(), counts.routed()),
                counts.accepted().size(),
                counts.registered().size(),
                counts.routed().size()));
    lines.add(line("answered", counts.answered()));
    lines.add(
        counts.deadLetters().isEmpty()
            ? "even: nothing in a dead-letter topic"
            : "OFF: in dead-letter topics: " + new TreeMap<>(counts.deadLetters()));
    return lines;
  }

  private void compare() {
    same("accepted", counts.accepted(), "registered", counts.registered());
    same("registered", counts.registered(), "routed", counts.routed());
    compare("answered", counts.answered());
    compare("forwarded or refused", counts.endedOtherwise());
    counts.deadLetters().forEach((topic, n) -> findings.add("%d open in %s".formatted(n, topic)));
    long sent = counts.notices().getOrDefault("SENT", 0L);
    if (sent != counts.noticesSaid()) {
      findings.add(
          "%d notices sent by the delivery ledger, %d by its topic"
              .formatted(sent, counts.noticesSaid()));
    }
  }

  private void compare(String how, Endings endings) {
    same(how, endings.cases(), "published as a reply", endings.published());
    same(how, endings.cases(), "told", endings.settled());
  }

  private static String line(String how, Endings endings) {
    return "%s: %s %d, told %d (%d by mail, %d whom no mail can reach)"
        .formatted(
            endings.cases().equals(endings.settled()) ? "even" : "OFF",
            how,
            endings.cases().size(),
            endings.settled().size(),
            endings.told().size(),
            endings.unreachable().size());
  }

  private void same(String one, Set<AppealId> these, String other, Set<AppealId> those) {
    missing(one, these, other, those);
    missing(other, those, one, these);
  }

  private void missing(String one, Set<AppealId> these, String other, Set<AppealId> those) {
    List<String> missing =
        these.stream()
            .filter(appeal -> !those.contains(appeal))
            .map(AppealId::toString)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      findings.add(
          "%d %s but not %s: %s%s"
              .formatted(
                  missing.size(),
                  one,
                  other,
                  String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size()))),
                  missing.size() > SHOWN ? ", …" : ""));
    }
  }

  private static String verdict(Set<?> first, Set<?> second, Set<?> third) {
    return first.equals(second) && second.equals(third) ? "even" : "OFF";
  }

  private static Map<String, Long> named(Map<CommitteeId, Long> byCommittee) {
    Map<String, Long> named = new TreeMap<>();
    byCommittee.forEach((committee, n) -> named.put(committee.toString(), n));
    return named;
  }
}
