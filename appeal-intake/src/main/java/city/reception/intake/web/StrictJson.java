package city.reception.intake.web;

import city.reception.intake.problem.FieldErrors;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a body as one JSON object (RFC 8259) in valid UTF-8, with every property once and nothing
 * after it.
 */
public final class StrictJson {

  private static final String BODY = "body";
  private static final int DEEPEST = 16;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** The object; empty, with the reason among the errors, when it is none. */
  public static Optional<ObjectNode> object(byte[] body, FieldErrors errors) {
    return text(body, errors).flatMap(text -> parse(text, errors));
  }

  private static Optional<String> text(byte[] body, FieldErrors errors) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(body);
    CharBuffer out = CharBuffer.allocate(body.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      errors.add(
          BODY,
          "not-utf-8",
          "is not valid UTF-8 at byte " + (in.position() + 1),
          "содержит неверный UTF-8, байт " + (in.position() + 1));
      return Optional.empty();
    }
    return Optional.of(out.flip().toString());
  }

  private static Optional<ObjectNode> parse(String text, FieldErrors errors) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (StreamConstraintsException e) {
      errors.add(
          BODY,
          "too-deep",
          "is nested too deeply or holds too long a number",
          "вложено слишком глубоко или содержит слишком длинное число");
      return Optional.empty();
    } catch (JacksonException e) {
      malformed(e, errors);
      return Optional.empty();
    }
    if (root instanceof ObjectNode object) {
      return Optional.of(object);
    }
    errors.add(BODY, "not-an-object", "must be one JSON object", "должно быть объектом JSON");
    return Optional.empty();
  }

  private static void malformed(JacksonException e, FieldErrors errors) {
    TokenStreamLocation at = e.getLocation();
    boolean known = at != null && at.getLineNr() > 0;
    String en = known ? " at line " + at.getLineNr() + ", column " + at.getColumnNr() : "";
    String ru = known ? ", строка " + at.getLineNr() + ", столбец " + at.getColumnNr() : "";
    String message = e.getOriginalMessage();
    if (message != null && message.startsWith("Duplicate")) {
      errors.add(
          BODY, "duplicate-property", "has a property twice" + en, "содержит поле дважды" + ru);
    } else {
      errors.add(BODY, "not-json", "is not valid JSON" + en, "не является верным JSON" + ru);
    }
  }
}
