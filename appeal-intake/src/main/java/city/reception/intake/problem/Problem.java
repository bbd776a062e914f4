package city.reception.intake.problem;

import city.reception.events.LocalizedText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A refusal.
 *
 * @param headers what the answer says in headers, such as {@code Retry-After}
 */
public record Problem(
    ProblemType type, LocalizedText detail, List<FieldError> errors, Map<String, String> headers) {

  /** A problem without further particulars. */
  public static Problem of(ProblemType type, String en, String ru) {
    return new Problem(type, new LocalizedText(ru, en), List.of(), Map.of());
  }

  Problem withErrors(List<FieldError> found) {
    return new Problem(type, detail, List.copyOf(found), headers);
  }

  /** The same with one header more. */
  public Problem withHeader(String name, String value) {
    return new Problem(type, detail, errors, Map.of(name, value));
  }

  /** The same with {@code Retry-After} (RFC 9110, section 10.2.3). */
  public Problem retryAfter(int seconds) {
    return withHeader("Retry-After", Integer.toString(seconds));
  }

  /** What goes over the wire, in the given language. */
  public Body in(Locale language) {
    return new Body(
        type.uri(),
        type.title().in(language),
        type.status(),
        detail.in(language),
        errors.stream()
            .map(e -> new Body.Entry(e.field(), e.code(), e.message().in(language)))
            .toList());
  }

  /** The members of RFC 9457, and {@code errors} where fields are at fault. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Body(String type, String title, int status, String detail, List<Entry> errors) {

    /** One field or header that is wrong. */
    public record Entry(String field, String code, String message) {}
  }
}
