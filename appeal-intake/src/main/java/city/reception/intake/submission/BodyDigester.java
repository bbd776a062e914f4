package city.reception.intake.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.Addressee;
import city.reception.events.Location;
import city.reception.intake.secrets.Secrets;
import city.reception.intake.trackingcode.BodyDigest;
import city.reception.intake.trackingcode.KeyedHash;
import java.nio.ByteBuffer;
import java.util.Objects;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA-256 over the values of a submission, in fixed order, each with its length in front: the
 * same for two bodies that differ only in layout, order of fields or escapes.
 */
@Component
final class BodyDigester {

  private final KeyedHash hash;

  BodyDigester(Secrets secrets) {
    this.hash = new KeyedHash(secrets.digest());
  }

  BodyDigest digest(Submission submission) {
    Mac mac = hash.begin();
    add(mac, submission.kind());
    add(mac, submission.applicant().type());
    add(mac, submission.applicant().name());
    add(mac, submission.applicant().organisation());
    add(mac, submission.contact().email());
    add(mac, submission.contact().phone());
    add(mac, submission.contact().postalAddress());
    add(mac, submission.contact().locale());
    Addressee addressee = submission.addressee();
    add(mac, addressee == null ? null : addressee.committee());
    add(mac, addressee == null ? null : addressee.deputy());
    add(mac, submission.subject());
    add(mac, submission.text());
    Location location = submission.location();
    add(mac, location == null ? null : location.address());
    add(mac, location == null ? null : location.latitude());
    add(mac, location == null ? null : location.longitude());
    add(mac, submission.receivedOn());
    // Bodies from before there was such a field keep their digest.
    if (submission.initiativeDirection() != null) {
      add(mac, submission.initiativeDirection());
    }
    return new BodyDigest(mac.doFinal());
  }

  private static void add(Mac mac, @Nullable Object value) {
    byte[] bytes = Objects.toString(value, "").getBytes(UTF_8);
    // An absent value is told from an empty one by its length.
    int length = value == null ? -1 : bytes.length;
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    mac.update(bytes);
  }
}
