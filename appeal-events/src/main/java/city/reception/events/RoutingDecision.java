package city.reception.events;

import java.util.List;

/**
 * Which committee an appeal goes to, and why.
 *
 * @param committee the committee chosen
 * @param rule what decided
 * @param classifier the name and version of the classifier that was asked
 * @param explanation the same in words
 * @param candidates what the classifier saw, best first; empty when it was not asked
 */
public record RoutingDecision(
    CommitteeId committee,
    Rule rule,
    String classifier,
    LocalizedText explanation,
    List<Candidate> candidates) {

  /** What decided about a route, in order of precedence. */
  public enum Rule {
    /** The resident named the committee. */
    ADDRESSEE,
    /** The classifier was sure enough. */
    CLASSIFIER,
    /** Nothing was sure enough, so a person decides. */
    UNCERTAIN,
    /** A committee redirected it. */
    REDIRECT
  }

  /**
   * A committee that the text speaks for.
   *
   * @param score how strongly; comparable within one decision only
   * @param terms the words of the text that spoke for it
   */
  public record Candidate(CommitteeId committee, double score, List<String> terms) {
    public Candidate {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("a score is a number"); // JSON has no other
      }
      terms = List.copyOf(terms);
    }
  }

  public RoutingDecision {
    candidates = List.copyOf(candidates);
  }
}
