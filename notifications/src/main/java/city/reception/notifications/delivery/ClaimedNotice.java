package city.reception.notifications.delivery;

import city.reception.notifications.contact.Recipient;
import city.reception.notifications.notice.PlannedNotice;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that this instance alone may send now.
 *
 * @param claim which attempt this is, together with the notice
 * @param attempt from 1
 * @param underWay how long ago the first attempt was
 * @param superseded whether a later notice of the same appeal has gone, or may have
 * @param recipient as it was when the notice was claimed
 */
record ClaimedNotice(
    PlannedNotice notice,
    UUID claim,
    int attempt,
    Duration underWay,
    boolean superseded,
    Recipient recipient,
    @Nullable String traceparent) {}
