package city.reception.benchmarks.router;

import city.reception.events.AppealId;
import city.reception.events.AppealKind;
import city.reception.events.AppealReceived;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.EventId;
import city.reception.events.SealedContact;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.local.demo.Letters;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.node.ObjectNode;

/**
 * Appeals as intake appends them, each with an id of its own and the text of one of the samples.
 * None names its committee, so each is classified.
 */
final class AppealRecords {

  private static final String CHANNEL = "portal";
  private static final int SEALED_BYTES = 200;
  private static final int DIGEST_BYTES = 32;

  private final EventCodec codec = new EventCodec();
  private final SecureRandom random = new SecureRandom();
  private final List<ObjectNode> letters = Letters.samples(LocalDate.now(ZoneOffset.UTC)).bodies();
  private int next;

  /** The next {@code count} of them. */
  List<ProducerRecord<byte[], byte[]>> next(int count) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      records.add(next());
    }
    return records;
  }

  /** One more. */
  ProducerRecord<byte[], byte[]> next() {
    ObjectNode letter = letters.get(next++ % letters.size());
    Instant now = Instant.now();
    AppealReceived appeal =
        new AppealReceived(
            AppealId.of(CHANNEL, UUID.randomUUID().toString()),
            CHANNEL,
            AppealKind.valueOf(letter.required("kind").asString()),
            new Applicant(
                ApplicantType.PERSON,
                letter.required("applicant").required("name").asString(),
                null),
            null,
            letter.required("subject").asString(),
            letter.required("text").asString(),
            null,
            null,
            now,
            new SealedContact("bench1", base64(SEALED_BYTES)),
            null,
            null);
    return codec.encode(
        Topics.RECEIVED,
        new Envelope<>(
            new EventId(UUID.randomUUID().toString()),
            "/appeal-intake",
            now,
            appeal,
            null,
            base64(DIGEST_BYTES)));
  }

  private String base64(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
