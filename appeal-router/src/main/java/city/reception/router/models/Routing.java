package city.reception.router.models;

import city.reception.events.RoutingDecision;
import city.reception.router.ledger.ShadowOpinion;
import city.reception.router.ledger.ShadowOpinion.Side;
import city.reception.router.routing.Appeal;
import city.reception.router.routing.RoutingPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What routes the appeals of one batch: the live model's policy and, where there is one, a shadow's
 * beside it.
 */
public record Routing(RoutingPolicy live, @Nullable Shadow shadow) {

  /** Where an appeal goes, and why. */
  public RoutingDecision route(Appeal appeal) {
    return live.route(appeal);
  }

  /**
   * What the shadow would have made of an appeal that went as {@code decision} says; nothing where
   * there is none, or no model decided. Never fails.
   */
  public Optional<ShadowOpinion> inTheShadow(Appeal appeal, RoutingDecision decision) {
    return shadow == null || !isOfTheClassifier(decision)
        ? Optional.empty()
        : shadow.route(appeal).map(other -> new ShadowOpinion(side(decision), side(other)));
  }

  /** What the resident or a rule decided, no model would have changed. */
  private static boolean isOfTheClassifier(RoutingDecision decision) {
    RoutingDecision.Basis basis = decision.basis();
    return decision.rule() != RoutingDecision.Rule.ADDRESSEE
        && (basis == null || (basis.configuredRule() == null && basis.complaintAbout() == null));
  }

  private static Side side(RoutingDecision decision) {
    return new Side(
        decision.classifier(),
        decision.committee(),
        decision.candidates().isEmpty() ? 0 : decision.candidates().getFirst().score());
  }
}
