package city.reception.faults;

import city.reception.events.AppealId;
import city.reception.faults.Submission.Heard;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** What all clients of one seed were told: the half of the truth that does not depend on us. */
final class ClientRecord {

  private final Map<AppealId, Submission> submissions = new ConcurrentHashMap<>();
  private final Set<AppealId> answered = ConcurrentHashMap.newKeySet();
  private final Set<AppealId> withdrawn = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> actionsDone = new ConcurrentSkipListMap<>();
  private final Set<String> actionIds = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();

  Submission begin(Submission submission) {
    submissions.put(submission.appeal(), submission);
    return submission;
  }

  /** The desk said that this was done. */
  void done(AppealId appeal, String actionId, String type) {
    actionIds.add(actionId);
    actionsDone.merge(type, 1, Integer::sum);
    if (type.equals("ANSWER")) {
      answered.add(appeal);
    }
  }

  /** Intake accepted the withdrawal. */
  void withdrawn(AppealId appeal) {
    withdrawn.add(appeal);
  }

  /** An answer that nobody should have got. */
  void strange(String what) {
    strange.add(what);
  }

  Map<AppealId, Submission> submissions() {
    return submissions;
  }

  Collection<Submission> accepted() {
    return submissions.values().stream().filter(Submission::wasAccepted).toList();
  }

  /** Those whose residents insist and were not yet accepted. */
  List<String> insisting() {
    return submissions.values().stream()
        .filter(submission -> submission.isPatient() && !submission.wasAccepted())
        .map(Submission::key)
        .toList();
  }

  Set<AppealId> answered() {
    return answered;
  }

  Set<AppealId> withdrawn() {
    return withdrawn;
  }

  /** The actions of which the desk said that they were done. */
  Set<String> actionIds() {
    return actionIds;
  }

  Map<String, Integer> actionsDone() {
    return actionsDone;
  }

  List<String> strange() {
    return List.copyOf(strange);
  }

  /** How often each answer was given to a submission. */
  Map<Heard, Integer> heard() {
    Map<Heard, Integer> counts = new EnumMap<>(Heard.class);
    submissions
        .values()
        .forEach(submission ->
            submission.heard().forEach(answer -> counts.merge(answer, 1, Integer::sum)));
    return counts;
  }
}
