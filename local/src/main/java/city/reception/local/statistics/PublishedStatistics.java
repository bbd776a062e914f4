package city.reception.local.statistics;

import city.reception.router.statistics.Counts;
import city.reception.router.statistics.Group.Dimension;
import city.reception.router.statistics.Statistics.Question;
import city.reception.router.statistics.Statistics.Row;
import city.reception.router.statistics.Suppression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The same rows in two formats. What is withheld is {@code null} in JSON and empty in CSV. */
public record PublishedStatistics(Question question, List<Row> rows) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public PublishedStatistics {
    rows = List.copyOf(rows);
  }

  /** One object with the question and the rows. */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("from", question.from().toString());
    all.put("to", question.to().toString());
    all.put("withheldUnder", Suppression.FEWEST);
    all.put("rows", rows.stream().map(this::cells).toList());
    return JSON.writeValueAsString(all) + "\n";
  }

  /** RFC 4180, with a header line. */
  public String csv() {
    StringBuilder csv = new StringBuilder();
    List<String> names = new ArrayList<>(List.of("month"));
    dimensions().forEach(dimension -> names.add(name(dimension)));
    names.addAll(counts(NOTHING).keySet());
    line(csv, names);
    rows.forEach(row -> line(csv, cells(row).values()));
    return csv.toString();
  }

  private static final Counts NOTHING =
      new Counts(null, null, null, null, null, null, null, null, null, null, null, null, null);

  private Map<String, @Nullable Object> cells(Row row) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    cells.put("month", row.group().month().toString());
    for (Dimension dimension : dimensions()) {
      cells.put(name(dimension), row.group().value(dimension).orElse(null));
    }
    cells.putAll(counts(row.counts()));
    return cells;
  }

  private static Map<String, @Nullable Object> counts(Counts counts) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    cells.put("received", counts.received());
    cells.put("forwarded", counts.forwarded());
    cells.put("answeredInTime", counts.answeredInTime());
    cells.put("answeredLate", counts.answeredLate());
    cells.put("open", counts.open());
    cells.put("medianDays", counts.medianDays());
    cells.put("ninetiethPercentileDays", counts.ninetiethPercentileDays());
    cells.put("satisfied", counts.satisfied());
    cells.put("explained", counts.explained());
    cells.put("declined", counts.declined());
    cells.put("refused", counts.refused());
    cells.put("correspondenceEnded", counts.correspondenceEnded());
    cells.put("withdrawn", counts.withdrawn());
    return cells;
  }

  private List<Dimension> dimensions() {
    return question.by().stream().sorted().toList();
  }

  private static String name(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  private static void line(StringBuilder csv, Iterable<?> cells) {
    String separator = "";
    for (Object cell : cells) {
      csv.append(separator).append(quoted(Objects.toString(cell, "")));
      separator = ",";
    }
    csv.append("\r\n");
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
