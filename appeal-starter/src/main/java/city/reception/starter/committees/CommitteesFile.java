package city.reception.starter.committees;

import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code committees.yaml}. */
public final class CommitteesFile {

  private static final Set<String> FILE_KEYS = Set.of("committees", "rules", "complaint-words");
  private static final Set<String> COMMITTEE_KEYS =
      Set.of("slug", "name", "remit", "topics", "about", "deputies");
  private static final Set<String> RULE_KEYS =
      Set.of("name", "channels", "kinds", "applicants", "words", "places", "committee");

  private CommitteesFile() {}

  /**
   * Reads the committees.
   *
   * @throws IllegalArgumentException when the file is missing or wrong; the message names the file,
   *     the committee or rule, and the entry
   */
  public static Committees read(Resource file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream in = file.getInputStream()) {
      Map<?, ?> root = map(new Yaml(new SafeConstructor(options)).load(in), "the file");
      requireKnown(root, FILE_KEYS, "the file");
      List<Committee> committees = new ArrayList<>();
      for (Object entry : list(root.get("committees"), "committees")) {
        committees.add(committee(map(entry, "an entry of committees")));
      }
      List<Rule> rules = new ArrayList<>();
      for (Object entry : optionalList(root, "rules", "the file")) {
        rules.add(rule(map(entry, "an entry of rules")));
      }
      return new Committees(committees, rules, texts(root, "complaint-words", "the file"));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read " + file + "; set reception.committees.location", e);
    } catch (YAMLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static Committee committee(Map<?, ?> entry) {
    CommitteeId id = new CommitteeId(text(entry, "slug", "a committee"));
    requireKnown(entry, COMMITTEE_KEYS, id.slug());
    return new Committee(
        id,
        localized(entry, "name", id),
        localized(entry, "remit", id),
        texts(entry, "topics", id.slug()),
        texts(entry, "about", id.slug()),
        texts(entry, "deputies", id.slug()));
  }

  private static Rule rule(Map<?, ?> entry) {
    String where = "rule '" + text(entry, "name", "a rule") + "'";
    requireKnown(entry, RULE_KEYS, where);
    return new Rule(
        text(entry, "name", where),
        Set.copyOf(texts(entry, "channels", where)),
        constants(entry, "kinds", AppealKind.class, where),
        constants(entry, "applicants", ApplicantType.class, where),
        texts(entry, "words", where),
        texts(entry, "places", where),
        new CommitteeId(text(entry, "committee", where)));
  }

  private static <E extends Enum<E>> Set<E> constants(
      Map<?, ?> entry, String key, Class<E> type, String where) {
    Set<E> constants = EnumSet.noneOf(type);
    for (String name : texts(entry, key, where)) {
      try {
        constants.add(Enum.valueOf(type, name));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s: %s: '%s' is none of %s".formatted(where, key, name, EnumSet.allOf(type)), e);
      }
    }
    return constants;
  }

  /** A list of texts, none of them twice; empty where the key is not there. */
  private static List<String> texts(Map<?, ?> entry, String key, String where) {
    List<String> texts = new ArrayList<>();
    for (Object element : optionalList(entry, key, where)) {
      if (!(element instanceof String text) || text.isBlank()) {
        throw new IllegalArgumentException(where + ": " + key + ": " + element + " is not a text");
      }
      if (texts.contains(text)) {
        throw new IllegalArgumentException(where + ": " + key + ": '" + text + "' is there twice");
      }
      texts.add(text);
    }
    return texts;
  }

  private static List<?> optionalList(Map<?, ?> entry, String key, String where) {
    Object value = entry.get(key);
    return value == null ? List.of() : list(value, where + ": " + key);
  }

  /** A misspelt key would otherwise be a setting that nobody obeys. */
  private static void requireKnown(Map<?, ?> entry, Set<String> known, String where) {
    for (Object key : entry.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(
            where + ": there is no '" + key + "', only " + new TreeSet<>(known));
      }
    }
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
