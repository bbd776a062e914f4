package city.reception.benchmarks.harness;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The heap of another JVM of ours. */
public final class HeapOf implements AutoCloseable {

  private static final double MEBIBYTE = 1 << 20;

  private final JMXConnector connector;
  private final MemoryMXBean memory;

  @SuppressWarnings("BanJNDI") // the address comes from a JVM that we started
  public HeapOf(ProcessHandle process) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      try {
        connector =
            JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        memory =
            ManagementFactory.getPlatformMXBean(
                connector.getMBeanServerConnection(), MemoryMXBean.class);
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("process %d is no JVM of ours".formatted(process.pid()), e);
    }
  }

  /** What is in use now, garbage included. */
  public double usedMebibytes() {
    return memory.getHeapMemoryUsage().getUsed() / MEBIBYTE;
  }

  /** What is in use after a collection. */
  public double liveMebibytes() {
    memory.gc();
    return usedMebibytes();
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
