package city.reception.router.rules;

import city.reception.events.CaseTimer;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalGround;
import city.reception.router.lifecycle.Deadlines;
import city.reception.router.lifecycle.Ground;
import city.reception.router.lifecycle.NonWorkingDay;
import city.reception.router.lifecycle.RuleSet;
import city.reception.router.lifecycle.Term;
import city.reception.router.lifecycle.UnidentifiedSender;
import city.reception.router.lifecycle.WorkCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code rules.yaml}. */
public final class RulesFile {

  private RulesFile() {}

  /**
   * Reads the rules.
   *
   * @throws IllegalArgumentException when the file is missing or wrong; the message names the file
   *     and the entry
   */
  public static Deadlines read(Resource file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream in = file.getInputStream()) {
      Entry root = new Entry("the file", new Yaml(new SafeConstructor(options)).load(in));
      List<RuleSet> ruleSets = new ArrayList<>();
      for (Object entry : root.list("rule-sets")) {
        ruleSets.add(ruleSet(new Entry("an entry of rule-sets", entry)));
      }
      return new Deadlines(calendar(root.entry("calendar")), ruleSets);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read " + file + "; set reception.rules.location", e);
    } catch (YAMLException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static RuleSet ruleSet(Entry entry) {
    Entry set = entry.named(entry.text("id"));
    List<CaseTimer> reminders =
        set.list("reminders").stream()
            .map(name -> set.oneOf(CaseTimer.class, String.valueOf(name)))
            .toList();
    Entry terms = set.entry("terms");
    return new RuleSet(
        set.text("id"),
        LocalDate.parse(set.text("in-force-from")),
        set.oneOf(NonWorkingDay.class, set.text("non-working-day")),
        reminders,
        set.number("redirect-limit"),
        term(terms.entry("answer")),
        term(terms.entry("extension")),
        terms.has("register") ? term(terms.entry("register")) : RuleSet.REGISTER,
        terms.has("forward") ? term(terms.entry("forward")) : RuleSet.FORWARD,
        terms.has("split") ? term(terms.entry("split")) : RuleSet.SPLIT,
        terms.has("request") ? term(terms.entry("request")) : RuleSet.REQUEST,
        set.has("reopen-days") ? set.number("reopen-days") : RuleSet.REOPEN_DAYS,
        set.has("unidentified-sender")
            ? set.oneOf(UnidentifiedSender.class, set.text("unidentified-sender"))
            : UnidentifiedSender.NOTE,
        set.has("grounds") ? grounds(set.entry("grounds")) : Map.of());
  }

  private static Map<RefusalGround, Ground> grounds(Entry entry) {
    Map<RefusalGround, Ground> grounds = new HashMap<>();
    for (String name : entry.keys()) {
      Entry ground = entry.entry(name);
      grounds.put(
          entry.oneOf(RefusalGround.class, name),
          new Ground(
              localized(ground.entry("article")),
              ground.has("days") ? ground.number("days") : null,
              localized(ground.entry("told"))));
    }
    return grounds;
  }

  private static Term term(Entry entry) {
    return new Term(entry.number("days"), localized(entry.entry("article")));
  }

  private static WorkCalendar calendar(Entry entry) {
    Set<DayOfWeek> weekend = new TreeSet<>();
    entry
        .list("weekend")
        .forEach(day -> weekend.add(entry.oneOf(DayOfWeek.class, String.valueOf(day))));
    Map<MonthDay, LocalizedText> holidays = new HashMap<>();
    Entry named = entry.entry("holidays");
    named
        .keys()
        .forEach(day -> holidays.put(MonthDay.parse("--" + day), localized(named.entry(day))));
    Map<LocalDate, Boolean> transfers = new HashMap<>();
    for (Object value : entry.list("transfers")) {
      Entry transfer = new Entry("an entry of transfers", value);
      LocalDate day = LocalDate.parse(transfer.text("day"));
      transfer.text("basis");
      if (transfers.put(day, transfer.truth("working")) != null) {
        throw new IllegalArgumentException("transfers: " + day + " is there twice");
      }
    }
    return new WorkCalendar(ZoneId.of(entry.text("zone")), weekend, holidays, transfers);
  }

  private static LocalizedText localized(Entry entry) {
    return new LocalizedText(entry.text("ru"), entry.text("en"));
  }
}
