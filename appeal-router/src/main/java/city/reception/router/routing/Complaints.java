package city.reception.router.routing;

import city.reception.events.Addressee;
import city.reception.events.CommitteeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the committees that an appeal complains of, themselves or in one of their deputies: a word
 * of complaint stands near the name, in one sentence with it. Errs towards people, who see the
 * letter.
 */
final class Complaints {

  private static final String SENTENCE_ENDS = ".!?;\n";

  /** How many words may lie between the word of complaint and the name. */
  private static final int NEAR = 5;

  /** Shorter beginnings of a surname would begin too many words. */
  private static final int SURNAME = 4;

  /** The phrases of complaint, by their first letter: few words begin like one of them. */
  private final Map<Character, List<Phrase>> complaining;

  private final Map<CommitteeId, List<Phrase>> names = new LinkedHashMap<>();
  private final RoutingTable table;

  Complaints(RoutingTable table) {
    this.table = table;
    this.complaining =
        table.complaintWords().stream()
            .map(Phrase::of)
            .collect(Collectors.groupingBy(phrase -> phrase.beginnings().getFirst().charAt(0)));
    for (RoutingTable.Holder committee : table.committees()) {
      // The reception only passes on what it gets, and somebody has to.
      if (!committee.id().equals(CommitteeId.RECEPTION)) {
        List<Phrase> theirs = new ArrayList<>();
        committee.about().forEach(name -> theirs.add(Phrase.of(name)));
        committee.deputies().forEach(name -> theirs.add(Phrase.of(name)));
        names.put(committee.id(), theirs);
      }
    }
  }

  /**
   * Whom an appeal complains of.
   *
   * @param committees the committees
   * @param ofAddressee whether it complains of the deputy to whom it is addressed, whatever their
   *     committee
   */
  record Found(Set<CommitteeId> committees, boolean ofAddressee) {
    static final Found NOTHING = new Found(Set.of(), false);
  }

  Found in(Appeal appeal) {
    Set<CommitteeId> committees = new LinkedHashSet<>();
    boolean ofAddressee = false;
    @Nullable Phrase deputy = surname(appeal.addressee());
    String whole = Phrase.folded(appeal.subject() + "\n" + appeal.text());
    for (int from = 0, end; from < whole.length(); from = end + 1) {
      end = sentenceEnd(whole, from);
      List<String> words = Phrase.words(whole, from, end);
      for (int at = 0; at < words.size(); at++) {
        if (isComplaint(words, at)) {
          int first = at - NEAR;
          int last = at + NEAR + 2;
          names.forEach((committee, theirs) -> {
            if (theirs.stream().anyMatch(name -> name.isIn(words, first, last))) {
              committees.add(committee);
            }
          });
          ofAddressee |= deputy != null && deputy.isIn(words, first, last);
        }
      }
    }
    Addressee addressee = appeal.addressee();
    if (ofAddressee && addressee != null) {
      if (addressee.committee() != null) {
        committees.add(addressee.committee());
      }
      if (addressee.deputy() != null) {
        table.ofDeputy(addressee.deputy()).ifPresent(committees::add);
      }
    }
    return new Found(committees, ofAddressee);
  }

  private static int sentenceEnd(String text, int from) {
    int end = from;
    while (end < text.length() && SENTENCE_ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private boolean isComplaint(List<String> words, int at) {
    for (Phrase phrase : complaining.getOrDefault(words.get(at).charAt(0), List.of())) {
      if (phrase.beginsAt(words, at)) {
        return true;
      }
    }
    return false;
  }

  /** The first word of a deputy's name that may be a surname, without its ending. */
  private static @Nullable Phrase surname(@Nullable Addressee addressee) {
    if (addressee == null || addressee.deputy() == null) {
      return null;
    }
    for (String word : Phrase.words(addressee.deputy())) {
      if (word.length() >= SURNAME && !word.startsWith("депутат")) {
        String stem = word.replaceFirst("(?:ого|ому|ой|ей|ый|ий|[аеийоуыюя])$", "");
        return new Phrase(List.of(stem.length() < SURNAME ? word : stem));
      }
    }
    return null;
  }
}
