package city.reception.router.ledger;

/** Where a record lies in the log. */
public record Position(String topic, int partition, long offset) {}
