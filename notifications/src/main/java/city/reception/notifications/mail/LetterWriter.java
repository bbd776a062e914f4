package city.reception.notifications.mail;

import static java.util.stream.Collectors.joining;

import city.reception.events.CasePart;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.contact.Contact;
import city.reception.notifications.notice.PlannedNotice;
import city.reception.notifications.notice.PlannedNotice.Answer;
import city.reception.notifications.notice.PlannedNotice.Details;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the words of a notice, in English for an English locale and in Russian for any other. */
@Component
class LetterWriter {

  private static final String FOLDER = "notifications/";
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private final ResourceBundleMessageSource messages = messages();
  private final SpringTemplateEngine engine = engine(messages);
  private final Committees committees;
  private final MailProperties properties;

  LetterWriter(Committees committees, MailProperties properties) {
    this.committees = committees;
    this.properties = properties;
  }

  Letter write(PlannedNotice notice, Contact contact) {
    Locale locale = locale(contact.locale());
    CaseSummary summary = notice.summary();
    String number = summary.registrationNumber().value();
    Context words = new Context(locale);
    words.setVariable("subject", message("subject." + notice.kind(), locale, number));
    words.setVariable("kind", notice.kind().name());
    words.setVariable("number", number);
    words.setVariable("committee", committee(summary.committee(), locale));
    words.setVariable("dueDate", isStillDue(notice) ? day(summary.dueAt(), locale) : null);
    words.setVariable("dueExplanation", summary.dueAtExplanation().in(locale));
    words.setVariable("answer", notice.answer());
    words.setVariable("answerText", text(notice.answer(), locale));
    words.setVariable("hint", messages.getMessage("hint." + notice.kind(), null, null, locale));
    words.setVariable(
        "trackingUrl",
        properties.trackingUrl().replace("{appealId}", notice.appealId().toString()));
    words.setVariable("appealId", notice.appealId().toString());
    words.setVariable("trackingCode", contact.trackingCode());
    return new Letter(
        message("sender", locale),
        message("subject." + notice.kind(), locale, number),
        engine.process(FOLDER + "notice.txt", words),
        engine.process(FOLDER + "notice.html", words));
  }

  /** When a case has ended without an answer, there is nothing to wait for. */
  private static boolean isStillDue(PlannedNotice notice) {
    return switch (notice.kind()) {
      case FORWARDED, REFUSED, CORRESPONDENCE_ENDED -> false;
      case REGISTERED, ROUTED, REGISTERED_AND_ROUTED, REDIRECTED, EXTENDED, ANSWERED -> true;
      case SPLIT, PART_ANSWERED, CLARIFICATION_ASKED, REOPENED -> true;
    };
  }

  private String day(Instant at, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .withZone(properties.zone())
        .format(at);
  }

  /** What the city wrote, with all that belongs to it. */
  private @Nullable String text(@Nullable Answer answer, Locale locale) {
    if (answer == null || answer.details() == null) {
      return answer == null ? null : answer.text();
    }
    Details details = answer.details();
    List<String> paragraphs = new ArrayList<>();
    if (details.toBody() != null) {
      paragraphs.add(message("forwarded.to", locale, details.toBody()));
    }
    if (details.parts() != null) {
      paragraphs.add(
          details.parts().stream().map(part -> part(part, locale)).collect(joining("\n")));
    }
    if (details.part() != null) {
      paragraphs.add(part(details.part(), locale));
    }
    if (details.explanation() != null) {
      paragraphs.add(details.explanation().in(locale));
    }
    if (answer.text() != null) {
      paragraphs.add(answer.text());
    }
    if (details.publishedAt() != null) {
      paragraphs.add(message("published.at", locale, details.publishedAt()));
    }
    return String.join("\n\n", paragraphs);
  }

  private String part(CasePart part, Locale locale) {
    return message(
        "part",
        locale,
        Integer.toString(part.number()),
        part.question(),
        Objects.requireNonNull(committee(part.committee(), locale)));
  }

  private @Nullable String committee(@Nullable CommitteeId id, Locale locale) {
    return id == null
        ? null
        : committees.find(id).map(Committee::name).map(name -> name.in(locale)).orElse(id.slug());
  }

  private String message(String key, Locale locale, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  private static Locale locale(String tag) {
    boolean english = Locale.forLanguageTag(tag).getLanguage().equals("en");
    return english ? Locale.UK : RUSSIAN;
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename(FOLDER + "messages");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  private static SpringTemplateEngine engine(ResourceBundleMessageSource messages) {
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
    engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
    engine.setTemplateEngineMessageSource(messages);
    return engine;
  }

  private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(LetterWriter.class.getClassLoader());
    resolver.getResolvablePatternSpec().addPattern(pattern);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return resolver;
  }
}
