package city.reception.router.stream;

import city.reception.router.ledger.Position;

/**
 * The log holds another record where the ledger recorded one: the log lost its end with a machine,
 * or was made anew, or the ledger belongs to another cluster. To go on would take new appeals for
 * old ones, so the router stops, and a person decides. An error and not an exception: no handler of
 * failures may retry it or park the record.
 */
final class AnotherLogError extends Error {

  AnotherLogError(Position position) {
    super(
        "the ledger recorded another record at "
            + position
            + ": this is not the log it was written from. The router stops; see 'When the log lost"
            + " its end' in docs/operations.md");
  }
}
