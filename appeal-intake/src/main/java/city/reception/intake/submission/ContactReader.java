package city.reception.intake.submission;

import city.reception.events.Limits;
import city.reception.intake.web.JsonFields;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ways to answer a resident. Plausible is enough: only a letter shows what is real. */
final class ContactReader {

  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_PHONE = 32;
  private static final int LONGEST_TAG = 35;

  /** Letters of any script, since domains and mailboxes may be Cyrillic (RFC 6531). */
  private static final Pattern LOCAL_PART =
      Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
              + "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]*");
  private static final Pattern DIGITS = Pattern.compile("\\d{5,15}");

  private ContactReader() {}

  static Submission.@Nullable Reach read(@Nullable JsonFields fields, JsonFields body) {
    if (fields == null) {
      return null;
    }
    boolean any = fields.hasAny("email", "phone", "postalAddress");
    String email = email(fields);
    String phone = phone(fields);
    String postalAddress = fields.text("postalAddress", Limits.ADDRESS, false);
    String locale = locale(fields);
    fields.end();
    if (!any) {
      body.wrong(
          "contact",
          "required",
          "must have email, phone or postalAddress",
          "должно содержать email, phone или postalAddress");
      return null;
    }
    return new Submission.Reach(email, phone, postalAddress, locale);
  }

  private static @Nullable String email(JsonFields fields) {
    String email = fields.line("email", LONGEST_EMAIL, false);
    if (email == null) {
      return null;
    }
    int at = email.lastIndexOf('@');
    if (at < 1
        || at > LONGEST_LOCAL_PART
        || !LOCAL_PART.matcher(email.substring(0, at)).matches()
        || !DOMAIN.matcher(email.substring(at + 1)).matches()) {
      fields.wrong(
          "email",
          "format",
          "must be an e-mail address such as name@example.org",
          "должно быть адресом электронной почты, например name@example.org");
      return null;
    }
    return email;
  }

  private static @Nullable String phone(JsonFields fields) {
    String phone = fields.line("phone", LONGEST_PHONE, false);
    if (phone == null) {
      return null;
    }
    if (!PHONE.matcher(phone).matches()
        || !DIGITS.matcher(phone.replaceAll("[^0-9]", "")).matches()) {
      fields.wrong(
          "phone",
          "format",
          "must be a telephone number such as +7 495 123-45-67",
          "должно быть номером телефона, например +7 495 123-45-67");
      return null;
    }
    return phone;
  }

  private static @Nullable String locale(JsonFields fields) {
    String tag = fields.line("locale", LONGEST_TAG, false);
    if (tag == null) {
      return null;
    }
    try {
      if (!new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty()) {
        return tag;
      }
    } catch (IllformedLocaleException e) {
      // Falls through to the one answer.
    }
    fields.wrong(
        "locale",
        "format",
        "must be a language tag such as ru or en",
        "должно быть обозначением языка, например ru или en");
    return null;
  }
}
