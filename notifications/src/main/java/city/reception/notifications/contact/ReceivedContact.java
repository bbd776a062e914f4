package city.reception.notifications.contact;

import city.reception.events.AppealId;
import city.reception.events.SealedContact;
import java.time.Instant;

/**
 * A contact as it came with a submission.
 *
 * @param bodyDigest which submission; another one under the same key has another digest
 * @param at when it entered the log
 */
public record ReceivedContact(AppealId appeal, String bodyDigest, SealedContact box, Instant at) {}
