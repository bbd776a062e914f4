package city.reception.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that the mail server accepted, by the notice that each says it is. */
final class Mailbox {

  private static final Pattern NOTICE =
      Pattern.compile("^Message-ID: <([^@>]+)@", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private final Path folder;
  private final Set<Path> seen = new HashSet<>();
  private final Map<String, Integer> mails = new HashMap<>();

  Mailbox(Path folder) {
    this.folder = folder;
  }

  /** How often each notice's mail was accepted, until now. */
  Map<String, Integer> byNotice() {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> fresh =
          files.filter(file -> file.toString().endsWith(".eml")).filter(seen::add).toList();
      for (Path file : fresh) {
        Matcher notice = NOTICE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (notice.find()) {
          mails.merge(notice.group(1), 1, Integer::sum);
        }
      }
      return Map.copyOf(mails);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
