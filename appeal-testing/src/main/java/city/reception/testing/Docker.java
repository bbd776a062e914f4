package city.reception.testing;

import org.testcontainers.DockerClientFactory;

/** Whether tests run against containers or against embedded servers. Asked once a JVM. */
final class Docker {

  static final boolean AVAILABLE = DockerClientFactory.instance().isDockerAvailable();

  private Docker() {}
}
