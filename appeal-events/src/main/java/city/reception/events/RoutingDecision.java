package city.reception.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which committee an appeal goes to, and why.
 *
 * @param committee the committee chosen
 * @param rule what decided
 * @param classifier the name and version of the classifier that was asked
 * @param explanation the same in words
 * @param candidates what the classifier saw, best first; empty when it was not asked
 * @param basis what else the decision rests on; absent where nobody looked at the text
 */
public record RoutingDecision(
    CommitteeId committee,
    Rule rule,
    String classifier,
    LocalizedText explanation,
    List<Candidate> candidates,
    @Nullable Basis basis) {

  /** What decided about a route, in order of precedence. */
  public enum Rule {
    /** The resident named the committee. */
    ADDRESSEE,
    /** Decided without a person: by a rule of the installation, or by a classifier sure enough. */
    CLASSIFIER,
    /** A person decides: nothing was sure enough, or a rule or the law asks for a person. */
    UNCERTAIN,
    /** A committee redirected it. */
    REDIRECT,
    /** A committee split the appeal, and this part is for it. */
    PART,
    /** The resident was not content with its answer. */
    REOPENING
  }

  /**
   * A committee that the text speaks for.
   *
   * @param score how strongly; a probability where {@code basis} has topics, else comparable within
   *     one decision only
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

  /**
   * What a decision rests on, beside the committees that the text speaks for.
   *
   * @param topics what the text is about, the likeliest first, as far as it is worth showing
   * @param configuredRule the name of the installation's rule that decided, where one did
   * @param complaintAbout the committee that would have got it, had the resident not complained of
   *     that committee or of one of its deputies (59-FZ, article 8.6)
   * @param remitMismatch for whose remit the text surely speaks, where the resident named another
   */
  public record Basis(
      List<TopicProbability> topics,
      @Nullable String configuredRule,
      @Nullable CommitteeId complaintAbout,
      @Nullable RemitMismatch remitMismatch) {
    public Basis {
      topics = List.copyOf(topics);
    }
  }

  /**
   * A topic that the text may be about.
   *
   * @param committee whose business the topic is; the reception where it is nobody's
   * @param terms the words of the text that spoke for it; of the likeliest topics only
   */
  public record TopicProbability(
      String topic, CommitteeId committee, double probability, List<String> terms) {
    public TopicProbability {
      requireProbability(probability);
      terms = List.copyOf(terms);
    }
  }

  /** A committee that the text surely speaks for, though it did not get the appeal. */
  public record RemitMismatch(CommitteeId committee, double probability) {
    public RemitMismatch {
      requireProbability(probability);
    }
  }

  private static void requireProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability is between 0 and 1");
    }
  }

  public RoutingDecision {
    candidates = List.copyOf(candidates);
  }
}
