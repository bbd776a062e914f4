package city.reception.intake.trackingcode;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.intake.secrets.TestSecrets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrackingCodesTest {

  private final AppealId appeal =
      new AppealId(UUID.fromString("5f0c6d1e-7a3b-8c2d-9e4f-0a1b2c3d4e5f"));
  private final BodyDigest digest = new BodyDigest(new byte[32]);
  private final TrackingCodes codes = codes("k1", Map.of("k1", 1));

  @Test
  void aCodeHasTheKeysIdTheDigestsBeginningAndASignature() {
    assertThat(codes.issue(appeal, digest))
        .matches("K1-[0-9A-HJKMNP-TV-Z]{16}-[0-9A-HJKMNP-TV-Z]{16}");
    assertThat(codes.issue(appeal, digest)).isEqualTo(codes.issue(appeal, digest));
  }

  @Test
  void aCodeOpensItsAppealAndItsBodyOnly() {
    String code = codes.issue(appeal, digest);
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(codes.verify(appeal, code))
        .hasValueSatisfying(c -> assertThat(c.isFor(digest)).isTrue());
    assertThat(codes.verify(appeal, code))
        .hasValueSatisfying(c -> assertThat(c.isFor(new BodyDigest(other))).isFalse());
    assertThat(codes.verify(new AppealId(UUID.randomUUID()), code)).isEmpty();
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String code = codes.issue(appeal, digest);
    for (int i = 0; i < code.length(); i++) {
      char changed = code.charAt(i) == 'Z' ? 'Y' : 'Z';
      String forged = code.substring(0, i) + changed + code.substring(i + 1);
      assertThat(codes.verify(appeal, forged)).as(forged).isEmpty();
    }
  }

  @Test
  void aCodeMayBeTypedAsItIsRead() {
    String code = codes.issue(appeal, digest);
    String typed = " " + code.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l') + " ";
    assertThat(codes.verify(appeal, typed)).isPresent();
  }

  @Test
  void codesOfAnOldKeyAreGoodWhileItIsThere() {
    String old = codes.issue(appeal, digest);
    assertThat(codes("k2", Map.of("k1", 1, "k2", 2)).verify(appeal, old)).isPresent();
    assertThat(codes("k2", Map.of("k2", 2)).verify(appeal, old)).isEmpty();
    assertThat(codes("k2", Map.of("k1", 1, "k2", 2)).issue(appeal, digest)).startsWith("K2-");
  }

  private static TrackingCodes codes(String signing, Map<String, Integer> keys) {
    return new TrackingCodes(TestSecrets.withTrackingKeys(signing, keys));
  }
}
