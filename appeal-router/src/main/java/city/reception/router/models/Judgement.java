package city.reception.router.models;

import city.reception.classifier.ModelCard;
import java.util.Locale;
import java.util.Optional;

/** Whether an offered model is good enough to take the place of the one that runs. */
final class Judgement {

  /** What goes without a person may become this much of what it is, and no less. */
  private static final double LEAST_SHARE = 0.75;

  private Judgement() {}

  /**
   * What speaks against it. Each is measured on texts that it had not seen: on the very same ones
   * where the offered model was compared with the running one in training, which is fair, else each
   * on its own. Worse is what lies below by more than the standard error of a share of so many
   * texts: a model that learnt a few people's corrections loses a text or two elsewhere. A model
   * may also not send far more letters to a person, unless it was asked to be right more often of
   * what it sends without one.
   */
  static Optional<String> objection(ModelCard offered, String runningVersion, ModelCard running) {
    double its = offered.heldOut().accuracy();
    Optional<ModelCard.Comparison> same =
        offered.comparison().filter(other -> other.version().equals(runningVersion));
    double others =
        same.map(ModelCard.Comparison::accuracy).orElseGet(() -> running.heldOut().accuracy());
    if (its >= others - standardError(others, offered.total())) {
      return tooTimid(offered, runningVersion, running);
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "it is worse than %s, which runs: %.4f of its held-out texts are right, against %.4f %s",
            runningVersion,
            its,
            others,
            same.isPresent() ? "of the same texts" : "of the other's own"));
  }

  private static double standardError(double share, int texts) {
    return Math.sqrt(share * (1 - share) / Math.max(1, texts));
  }

  private static Optional<String> tooTimid(
      ModelCard offered, String runningVersion, ModelCard running) {
    double its = offered.heldOut().coverage();
    double others = running.heldOut().coverage();
    if (offered.precision() > running.precision() || its >= LEAST_SHARE * others) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%.1f %% of its held-out texts would go without a person, against %.1f %% of those of %s,"
                + " which runs",
            100 * its,
            100 * others,
            runningVersion));
  }
}
