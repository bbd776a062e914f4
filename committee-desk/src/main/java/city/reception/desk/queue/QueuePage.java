package city.reception.desk.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a queue.
 *
 * @param next where the next part begins; null at the end
 */
public record QueuePage(List<QueueItem> items, @Nullable QueuePosition next) {}
