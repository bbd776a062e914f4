package city.reception.desk.queue;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into columns, as {@code unnest} takes them. The statement casts each to its type. */
final class Columns {

  private Columns() {}

  /** One column of the rows, as text. */
  static <T> @Nullable String[] of(Collection<T> rows, Function<T, @Nullable Object> value) {
    List<@Nullable String> column =
        rows.stream().map(value).map(v -> v == null ? null : v.toString()).toList();
    return column.toArray(new @Nullable String[0]);
  }
}
