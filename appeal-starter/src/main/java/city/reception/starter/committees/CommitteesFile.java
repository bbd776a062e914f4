package city.reception.starter.committees;

import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code committees.yaml}. */
public final class CommitteesFile {

  private CommitteesFile() {}

  /**
   * Reads the committees.
   *
   * @throws IllegalArgumentException when the file is missing or wrong; the message names the file,
   *     the committee and the entry
   */
  public static Committees read(Resource file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream in = file.getInputStream()) {
      Object root = new Yaml(new SafeConstructor(options)).load(in);
      List<Committee> committees = new ArrayList<>();
      for (Object entry : list(map(root, "the file").get("committees"), "committees")) {
        committees.add(committee(map(entry, "an entry of committees")));
      }
      return new Committees(committees);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read " + file + "; set reception.committees.location", e);
    } catch (YAMLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static Committee committee(Map<?, ?> entry) {
    CommitteeId id = new CommitteeId(text(entry, "slug", "a committee"));
    return new Committee(
        id,
        localized(entry, "name", id),
        localized(entry, "remit", id),
        vocabulary(map(entry.get("vocabulary"), id + ": vocabulary"), id));
  }

  private static Map<String, Integer> vocabulary(Map<?, ?> entries, CommitteeId id) {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    entries.forEach((term, weight) -> {
      if (!(weight instanceof Integer points) || points < 1 || points > 5) {
        throw new IllegalArgumentException(
            id + ": vocabulary: " + term + ": the weight is a number from 1 to 5");
      }
      vocabulary.put(String.valueOf(term), points);
    });
    return vocabulary;
  }

  private static LocalizedText localized(Map<?, ?> entry, String key, CommitteeId id) {
    String where = id + ": " + key;
    Map<?, ?> texts = map(entry.get(key), where);
    return new LocalizedText(text(texts, "ru", where), text(texts, "en", where));
  }

  private static String text(Map<?, ?> entry, String key, String where) {
    if (entry.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException(where + ": " + key + " is missing");
  }

  private static Map<?, ?> map(@Nullable Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(where + " is not a mapping");
  }

  private static List<?> list(@Nullable Object value, String where) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(where + " is not a list");
  }
}
