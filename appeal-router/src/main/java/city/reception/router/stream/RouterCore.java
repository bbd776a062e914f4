package city.reception.router.stream;

import city.reception.router.lifecycle.CaseLifecycle;
import city.reception.starter.traces.Traces;

/** What turns inputs into outputs: the rules, and the words on either side of them. */
record RouterCore(CaseLifecycle lifecycle, Commands commands, Outputs outputs, Traces traces) {

  /** The consumer group, and the name under which the router parks records. */
  static final String GROUP = "appeal-router";
}
