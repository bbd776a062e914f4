package city.reception.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.Limits;
import city.reception.events.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The appeals to play, each as the body of a request.
 *
 * @param bodies the appeals
 * @param cleaned how many were changed so that the interface takes them
 * @param blank how many were left out because nothing is written in them
 */
public record Letters(List<ObjectNode> bodies, int cleaned, int blank) {

  private static final String SAMPLES = "/samples/appeals.ndjson";
  private static final String RECEIVED_ON = "receivedOn";
  private static final int SUBJECT = 80;

  /**
   * The samples that come with the project.
   *
   * @param today no paper letter came in later than this, whatever the sample says
   */
  public static Letters samples(LocalDate today) {
    JsonMapper json = JsonMapper.builder().build();
    try (InputStream in =
            Objects.requireNonNull(Letters.class.getResourceAsStream(SAMPLES), SAMPLES);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      List<ObjectNode> bodies =
          lines
              .lines()
              .map(line -> dated(today, (ObjectNode) json.readTree(line).required("appeal")))
              .toList();
      return new Letters(bodies, 0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the samples cannot be read", e);
    }
  }

  /**
   * The texts in a column of a CSV file, each from a made-up resident.
   *
   * @throws IllegalArgumentException when the file has no such column
   */
  public static Letters fromCsv(Path file, String column) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = withoutMark(Files.newBufferedReader(file, UTF_8));
        CSVParser rows = CSVParser.parse(reader, format)) {
      if (!rows.getHeaderNames().contains(column)) {
        throw new IllegalArgumentException(
            "%s has no column '%s', only %s".formatted(file, column, rows.getHeaderNames()));
      }
      List<ObjectNode> bodies = new ArrayList<>();
      int cleaned = 0;
      int blank = 0;
      for (CSVRecord row : rows) {
        String text = row.get(column);
        String clean = clean(text);
        if (clean.isBlank()) {
          blank++;
        } else {
          cleaned += clean.equals(text) ? 0 : 1;
          bodies.add(letter(bodies.size() + 1, clean));
        }
      }
      return new Letters(bodies, cleaned, blank);
    } catch (IOException e) {
      throw new UncheckedIOException("the file cannot be read: " + file, e);
    }
  }

  /**
   * What a channel does with a text before it posts it: takes out what nobody wrote (control
   * characters, halves of characters) and cuts what is longer than an appeal may be.
   */
  static String clean(String text) {
    String clean = text;
    if (Texts.hasControlCharacter(clean) || Texts.hasLoneSurrogate(clean)) {
      clean =
          clean
              .codePoints()
              .filter(c ->
                  !Texts.hasControlCharacter(Character.toString(c))
                      && !Texts.hasLoneSurrogate(Character.toString(c)))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    }
    return cut(clean, Limits.TEXT);
  }

  private static ObjectNode dated(LocalDate today, ObjectNode body) {
    if (body.has(RECEIVED_ON)
        && LocalDate.parse(body.required(RECEIVED_ON).asString()).isAfter(today)) {
      body.put(RECEIVED_ON, today.toString());
    }
    return body;
  }

  private static ObjectNode letter(int number, String text) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("kind", "APPLICATION");
    body.putObject("applicant").put("type", "PERSON").put("name", "Житель № " + number);
    body.putObject("contact")
        .put("email", "resident-%d@example.org".formatted(number))
        .put("locale", "ru");
    body.put("subject", subject(text));
    body.put("text", text);
    return body;
  }

  /** The beginning of the text, on one line. */
  private static String subject(String text) {
    return cut(text.strip().replaceAll("\\s+", " "), SUBJECT).strip();
  }

  /** At most {@code limit} units long, and never half a character at the end. */
  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }

  /** Some programs put a mark at the beginning of a file, which is no part of the first name. */
  private static Reader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }
}
