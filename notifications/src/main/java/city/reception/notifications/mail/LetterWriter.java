package city.reception.notifications.mail;

import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.contact.Contact;
import city.reception.notifications.notice.PlannedNotice;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
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
    words.setVariable(
        "dueDate",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .withZone(properties.zone())
            .format(summary.dueAt()));
    words.setVariable("dueExplanation", summary.dueAtExplanation().in(locale));
    words.setVariable("answer", notice.answer());
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
