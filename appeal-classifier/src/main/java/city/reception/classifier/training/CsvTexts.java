package city.reception.classifier.training;

import city.reception.classifier.LabelledText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Labelled texts of a CSV file (RFC 4180, UTF-8 with or without a mark, with a header line).
 *
 * @param file the file
 * @param text the column with the texts
 * @param label the column with their topics
 */
public record CsvTexts(Path file, String text, String label) {

  /** What a topic may be called at most, in characters. */
  private static final int LONGEST_LABEL = 500;

  private static final int LONGEST_SHOWN = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /**
   * Reads the file.
   *
   * @throws UnfitTextsException when the file cannot be read, a column is missing, a label is empty
   *     or the quoting is broken; the message names file, line and column
   */
  public List<LabelledText> read() throws UnfitTextsException {
    return read(List.of(text, label), this::labelled);
  }

  /**
   * Reads the texts alone, with labels or without.
   *
   * @throws UnfitTextsException as above
   */
  public static List<String> texts(Path file, String text) throws UnfitTextsException {
    return new CsvTexts(file, text, text).read(List.of(text), (row, line) -> row.get(text));
  }

  /** Makes something of a row that has all columns. */
  private interface Row<T> {
    T of(CSVRecord row, long line) throws UnfitTextsException;
  }

  private <T> List<T> read(List<String> columns, Row<T> make) throws UnfitTextsException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .setAllowMissingColumnNames(true)
            .get();
    long line = 1;
    try (Reader reader = reader();
        CSVParser rows = CSVParser.parse(reader, format)) {
      header(rows.getHeaderNames(), columns);
      List<T> texts = new ArrayList<>();
      for (CSVRecord row : rows) {
        line = rows.getCurrentLineNumber();
        if (!row.isConsistent()) {
          throw new UnfitTextsException(
              "%s, line %d: %d columns instead of those of the header; is a quote missing?"
                  .formatted(file, line, row.size()));
        }
        texts.add(make.of(row, line));
      }
      if (texts.isEmpty()) {
        throw new UnfitTextsException(file + " has no row below the header");
      }
      return texts;
    } catch (NoSuchFileException e) {
      throw new UnfitTextsException("there is no file " + file);
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()), line);
    } catch (IOException e) {
      throw unreadable(e, line);
    }
  }

  private LabelledText labelled(CSVRecord row, long line) throws UnfitTextsException {
    String topic = row.get(label).strip();
    if (topic.isEmpty()) {
      throw new UnfitTextsException(
          "%s, line %d: column '%s' is empty".formatted(file, line, label));
    }
    if (topic.length() > LONGEST_LABEL) {
      throw new UnfitTextsException(
          "%s, line %d: column '%s' is too long for a topic".formatted(file, line, label));
    }
    return new LabelledText(row.get(text), topic);
  }

  /** The parser counts a row's columns by their names, so that none may come twice. */
  private void header(List<String> names, List<String> columns) throws UnfitTextsException {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new UnfitTextsException(
            "%s has two columns with the name '%s'".formatted(file, shown(name)));
      }
    }
    for (String column : columns) {
      if (!seen.contains(column)) {
        throw new UnfitTextsException(
            "%s has no column '%s', only [%s]"
                .formatted(file, column, shown(String.join(", ", names))));
      }
    }
  }

  /** What is no CSV at all may have anything where names should be. */
  private static String shown(String names) {
    String printable = CONTROL.matcher(names).replaceAll("?");
    return printable.length() > LONGEST_SHOWN
        ? printable.substring(0, LONGEST_SHOWN) + "…"
        : printable;
  }

  private UnfitTextsException unreadable(IOException failure, long line) {
    if (failure instanceof CharacterCodingException) {
      return new UnfitTextsException(
          "%s is not UTF-8, somewhere after line %d".formatted(file, line));
    }
    String what = failure instanceof CSVException ? "the quoting is broken" : "it cannot be read";
    return new UnfitTextsException(
        "%s, after line %d: %s: %s".formatted(file, line, what, failure.getMessage()));
  }

  /** Some programs put a mark at the beginning of a file, which is no part of the first name. */
  private Reader reader() throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    try {
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
    } catch (CharacterCodingException e) {
      reader.close();
      throw e;
    }
    return reader;
  }
}
