package city.reception.intake.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Which of the reception's two languages a client asked for. */
public final class Languages {

  public static final Locale RUSSIAN = Locale.of("ru");

  private Languages() {}

  /** The first of {@code Accept-Language} that is Russian or English, else {@code fallback}. */
  public static Locale of(HttpServletRequest request, Locale fallback) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return fallback;
    }
    for (Locale wish : Collections.list(request.getLocales())) {
      if (wish.getLanguage().equals("ru")) {
        return RUSSIAN;
      }
      if (wish.getLanguage().equals("en")) {
        return Locale.ENGLISH;
      }
    }
    return fallback;
  }
}
