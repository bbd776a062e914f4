package city.reception.local.reconciliation;

import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Basis;

/** What decided an appeal's first route, in order of precedence. */
public enum RoutedBy {
  ADDRESSEE("the addressee that the resident named"),
  CONFIGURED_RULE("a rule of the installation"),
  CLASSIFIER("what the text is about"),
  COMPLAINT("the law: it complains of its committee"),
  UNCERTAIN("the reception, to be decided there");

  private final String title;

  RoutedBy(String title) {
    this.title = title;
  }

  /** What it is called in a table. */
  public String title() {
    return title;
  }

  /** What decided {@code route}. */
  public static RoutedBy of(RoutingDecision route) {
    Basis basis = route.basis();
    if (basis != null && basis.complaintAbout() != null) {
      return COMPLAINT;
    }
    if (basis != null && basis.configuredRule() != null) {
      return CONFIGURED_RULE;
    }
    return switch (route.rule()) {
      case ADDRESSEE -> ADDRESSEE;
      case CLASSIFIER -> CLASSIFIER;
      // What a person decided is no first route of an appeal.
      case UNCERTAIN, REDIRECT, PART, REOPENING -> UNCERTAIN;
    };
  }
}
