package city.reception.local;

import city.reception.local.Arguments.UsageException;
import city.reception.local.statistics.PublishedStatistics;
import city.reception.router.statistics.Group.Dimension;
import city.reception.router.statistics.Statistics;
import city.reception.router.statistics.Statistics.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Prints what may be published of the cases. */
final class StatisticsCommand {

  private static final String FROM = "--from";
  private static final String TO = "--to";
  private static final String BY = "--by";
  private static final String FORMAT = "--format";
  private static final String OUT = "--out";

  private final Installation installation;
  private final Console console;

  StatisticsCommand(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  int run(List<String> arguments) {
    Arguments parsed =
        Arguments.parse(arguments, Set.of(), LedgerOptions.with(FROM, TO, BY, FORMAT, OUT));
    parsed.requireNoWords();
    Question question = question(parsed);
    boolean csv = isCsv(parsed.value(FORMAT).orElse("json"));
    Statistics statistics =
        new Statistics(new JdbcTemplate(LedgerOptions.of(parsed, installation).dataSource()));
    PublishedStatistics published =
        new PublishedStatistics(question, statistics.published(question));
    String text = csv ? published.csv() : published.json();
    parsed
        .value(OUT)
        .ifPresentOrElse(file -> write(Path.of(file), text), () -> console.say(text.strip()));
    return 0;
  }

  /**
   * What the options ask for.
   *
   * @throws UsageException when they make no sense
   */
  static Question question(Arguments parsed) {
    LocalDate from = day(parsed, FROM);
    LocalDate to = day(parsed, TO);
    if (to.isBefore(from)) {
      throw new UsageException(TO + " is before " + FROM);
    }
    return new Question(
        from, to, parsed.value(BY).map(StatisticsCommand::by).orElse(Set.of(Dimension.values())));
  }

  private static LocalDate day(Arguments parsed, String option) {
    String text =
        parsed
            .value(option)
            .orElseThrow(() -> new UsageException("statistics needs " + option + " YYYY-MM-DD"));
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(option + " needs a day as YYYY-MM-DD: " + text);
    }
  }

  private static Set<Dimension> by(String names) {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    for (String name : names.split(",", -1)) {
      dimensions.add(
          Arrays.stream(Dimension.values())
              .filter(dimension -> dimension.name().toLowerCase(Locale.ROOT).equals(name))
              .findFirst()
              .orElseThrow(
                  () -> new UsageException(BY + " knows committee, kind and topic: " + name)));
    }
    return dimensions;
  }

  private static boolean isCsv(String format) {
    return switch (format) {
      case "csv" -> true;
      case "json" -> false;
      default -> throw new UsageException(FORMAT + " is json or csv: " + format);
    };
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("the statistics cannot be written to " + file, e);
    }
  }
}
