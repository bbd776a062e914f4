package city.reception.benchmarks.harness;

import java.nio.file.Path;

/**
 * A running broker.
 *
 * @param directory where its logs are
 */
public record Broker(JvmProcess process, String bootstrapServers, Path directory) {}
