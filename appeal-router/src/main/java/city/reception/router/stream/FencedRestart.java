package city.reception.router.stream;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Restarts the router's container when one of its producers was fenced. A fenced transaction sent
 * nothing, and its container would go on behind it; a restarted one reads again from the committed
 * offsets, and the ledger gives the same outputs.
 */
final class FencedRestart {

  private static final Logger log = LoggerFactory.getLogger(FencedRestart.class);

  private final MessageListenerContainer container;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean closing;

  FencedRestart(MessageListenerContainer container) {
    this.container = container;
  }

  @EventListener
  void onStopped(ConsumerStoppedEvent event) {
    if (event.getReason() == ConsumerStoppedEvent.Reason.FENCED
        && container.equals(event.getContainer(MessageListenerContainer.class))) {
      log.warn("a producer of the router was fenced; its container restarts");
      // Not on this thread: it belongs to the consumer that is stopping.
      Thread.ofVirtual().name("fenced-restart").start(this::restart);
    }
  }

  @EventListener
  void onClosed(ContextClosedEvent event) {
    closing = true;
  }

  private void restart() {
    lock.lock();
    try {
      container.stop();
      if (!closing) {
        container.start();
      }
    } finally {
      lock.unlock();
    }
  }
}
