package city.reception.benchmarks.router;

import java.util.Collection;

/**
 * One of those that are compared.
 *
 * @param name in tables and ratios
 * @param group its consumer group
 * @param consumers on how many threads
 * @param outputs the topics in which each appeal must be exactly once
 * @param ledger its rows, one for each appeal
 */
record Contestant(
    String name,
    MeasuredProcess process,
    String group,
    int consumers,
    Collection<String> outputs,
    Rows ledger) {}
