package city.reception.faults;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.faults.TableFacts.Case;
import city.reception.faults.TableFacts.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the clients were told beside what the ledger, the topics and the mail server hold.
 *
 * @param missing what may still come
 * @param wrong what no time makes right
 * @param counts how much there was of everything
 */
record Audit(List<String> missing, List<String> wrong, Map<String, Integer> counts) {

  private static final List<CommitteeId> COMMITTEES =
      List.of(
          CommitteeId.RECEPTION,
          new CommitteeId("entrepreneurship-innovation-it"),
          new CommitteeId("education"));

  private static final int SHOWN = 4;

  static Audit of(ClientRecord record, Reception reception, Mailbox mailbox) {
    Set<AppealId> appeals = record.submissions().keySet();
    TopicFacts topics =
        TopicFacts.read(reception.brokers().direct(), COMMITTEES, Set.copyOf(appeals));
    Comparison comparison =
        new Comparison(record, topics, TableFacts.read(reception, appeals), mailbox.byNotice());
    comparison.received();
    comparison.registered();
    comparison.actedOn();
    comparison.told();
    return new Audit(comparison.missing, comparison.wrong, comparison.counts());
  }

  boolean isEven() {
    return missing.isEmpty() && wrong.isEmpty();
  }

  private static final class Comparison {

    private final ClientRecord record;
    private final TopicFacts topics;
    private final TableFacts tables;
    private final Map<String, Integer> mails;
    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    Comparison(
        ClientRecord record, TopicFacts topics, TableFacts tables, Map<String, Integer> mails) {
      this.record = record;
      this.topics = topics;
      this.tables = tables;
      this.mails = mails;
    }

    /** What was accepted is in the log, and what was refused is not. */
    void received() {
      Set<AppealId> accepted = ids(record.accepted());
      lacking("accepted but not in the log", accepted, topics.received());
      note(
          wrong,
          "refused for certain, but in the log",
          topics.received().stream()
              .filter(appeal -> {
                Submission submission = record.submissions().get(appeal);
                return submission != null && !submission.mayBeThere();
              })
              .toList());
      note(wrong, "strange answers", record.strange());
      note(wrong, "in dead-letter topics", topics.deadLetters());
    }

    /** What is in the log is registered once and routed once, and everybody shows it. */
    void registered() {
      Set<AppealId> cases = tables.cases().keySet();
      lacking("in the log but not registered", topics.received(), cases);
      lacking("registered but not said to be", cases, topics.registrations().keySet());
      lacking("registered but not routed", cases, topics.firstRoutes().keySet());
      note(wrong, "registered but not in the log", without(cases, topics.received()));
      note(wrong, "there more than once", topics.doubled());
      note(wrong, "registered more than once", several(topics.registrations()));
      note(wrong, "routed for the first time more than once", several(topics.firstRoutes()));
      note(
          wrong,
          "told another number than the ledger's",
          cases.stream()
              .filter(appeal ->
                  !topics
                      .numbers()
                      .getOrDefault(appeal, Set.of(number(appeal)))
                      .equals(Set.of(number(appeal))))
              .toList());
      note(missing, "shown otherwise by the desk", differing(tables.desk()));
      note(missing, "shown otherwise to residents", differing(tables.tracking()));
    }

    /** What the desk said was done, and what was withdrawn, is so. */
    void actedOn() {
      lacking("done at the desk but not answered", record.answered(), with("ANSWERED"));
      lacking("withdrawn but still a case", record.withdrawn(), with("WITHDRAWN"));
      lacking("done at the desk but not said to be", record.actionIds(), topics.actionsDone());
      lacking("answered without a reply", with("ANSWERED"), topics.answers().keySet());
      note(wrong, "answered more than once", several(topics.answers()));
      note(
          wrong, "a reply without an answer", without(topics.answers().keySet(), with("ANSWERED")));
    }

    /** Every answer was mailed, and nothing twice but what was reported beforehand. */
    void told() {
      Set<AppealId> told =
          tables.notices().stream()
              .filter(notice -> notice.kind().equals("ANSWERED"))
              .filter(notice -> mails.containsKey(notice.id()))
              .map(Notice::appeal)
              .collect(Collectors.toSet());
      lacking("answered but not told", with("ANSWERED"), told);
      note(
          missing,
          "notices without an end",
          tables.notices().stream()
              .filter(notice -> !Set.of("SENT", "SUPPRESSED").contains(notice.state()))
              .map(notice -> notice.id() + " " + notice.state())
              .toList());
      note(
          wrong,
          "sent but not at the mail server",
          tables.notices().stream()
              .filter(notice -> notice.state().equals("SENT") && !mails.containsKey(notice.id()))
              .map(Notice::id)
              .toList());
      note(
          wrong,
          "mailed twice and never reported as unknown",
          tables.notices().stream()
              .map(Notice::id)
              .filter(id -> mails.getOrDefault(id, 0) > 1)
              .filter(id -> !topics.unknownNotices().contains(id))
              .toList());
    }

    Map<String, Integer> counts() {
      Map<String, Integer> counts = new LinkedHashMap<>();
      counts.put("posted", record.submissions().size());
      record
          .heard()
          .forEach((answer, times) ->
              counts.put("told " + answer.name().toLowerCase(Locale.ROOT), times));
      counts.put("accepted", record.accepted().size());
      counts.put("in the log", topics.received().size());
      counts.put("registered", tables.cases().size());
      counts.put("routed", topics.firstRoutes().size());
      record
          .actionsDone()
          .forEach((type, times) -> counts.put("done " + type.toLowerCase(Locale.ROOT), times));
      counts.put("withdrawn", record.withdrawn().size());
      counts.put("answered", with("ANSWERED").size());
      counts.put("notices", tables.notices().size());
      counts.put(
          "mailed",
          tables.notices().stream().mapToInt(notice -> mails.getOrDefault(notice.id(), 0)).sum());
      counts.put(
          "unknown, then settled",
          (int)
              tables.notices().stream()
                  .filter(notice -> topics.unknownNotices().contains(notice.id()))
                  .count());
      return counts;
    }

    private <T> void lacking(String what, Set<T> these, Set<T> those) {
      note(missing, what, without(these, those));
    }

    private static <T> Set<T> without(Set<T> these, Set<T> those) {
      Set<T> left = new HashSet<>(these);
      left.removeAll(those);
      return left;
    }

    private static void note(List<String> to, String what, Collection<?> which) {
      if (!which.isEmpty()) {
        to.add(
            "%d %s: %s%s"
                .formatted(
                    which.size(),
                    what,
                    which.stream()
                        .limit(SHOWN)
                        .map(Object::toString)
                        .collect(Collectors.joining(", ")),
                    which.size() > SHOWN ? ", …" : ""));
      }
    }

    private static List<AppealId> several(Map<AppealId, Set<String>> events) {
      return events.entrySet().stream()
          .filter(entry -> entry.getValue().size() > 1)
          .map(Map.Entry::getKey)
          .toList();
    }

    private List<AppealId> differing(Map<AppealId, String> shown) {
      return tables.cases().entrySet().stream()
          .filter(
              entry -> !entry.getValue().status().equals(shown.getOrDefault(entry.getKey(), "")))
          .map(Map.Entry::getKey)
          .toList();
    }

    private Set<AppealId> with(String status) {
      Predicate<Case> fits = found -> found.status().equals(status);
      return tables.cases().entrySet().stream()
          .filter(entry -> fits.test(entry.getValue()))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    private String number(AppealId appeal) {
      Case found = tables.cases().get(appeal);
      return found == null ? "" : found.number();
    }

    private static Set<AppealId> ids(Collection<Submission> submissions) {
      return submissions.stream().map(Submission::appeal).collect(Collectors.toSet());
    }
  }
}
