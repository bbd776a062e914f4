package city.reception.router.routing;

import city.reception.events.RoutingDecision.Candidate;
import java.util.List;

/** Says which committees a text speaks for. Equal texts get equal answers from the same version. */
public interface Classifier {

  /** Name and version, recorded with every decision. */
  String version();

  /** The committees that the text speaks for, the strongest first; none when it speaks for none. */
  List<Candidate> classify(String subject, String text);
}
