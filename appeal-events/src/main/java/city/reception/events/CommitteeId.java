package city.reception.events;

import java.util.regex.Pattern;

/**
 * Names a committee, in URLs, in configuration and in the names of its topics.
 *
 * @param slug lower-case Latin letters, digits and hyphens, 2 to 64 characters, beginning with a
 *     letter
 */
public record CommitteeId(String slug) {

  static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,63}");

  /** The registry's clerks, to whom everything uncertain goes. Always exists. */
  public static final CommitteeId RECEPTION = new CommitteeId("reception");

  public CommitteeId {
    if (!SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException(
          "a committee's slug has 2 to 64 lower-case Latin letters, digits and hyphens");
    }
  }

  @Override
  public String toString() {
    return slug;
  }
}
