package city.reception.router.ledger;

import static city.reception.router.ledger.LedgerDatabase.RECEIVED;
import static city.reception.router.ledger.LedgerDatabase.at;

import city.reception.events.AppealId;
import city.reception.router.lifecycle.CaseState;
import city.reception.router.lifecycle.CaseStory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Enters whole stories in a ledger as the router does, batch by batch. */
public final class Journals {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final LedgerDatabase database;

  public Journals(LedgerDatabase database) {
    this.database = database;
  }

  /** Enters what happened, a batch for the registration and one for each later event. */
  public AppealId enter(CaseStory story) {
    long number = NUMBERS.incrementAndGet();
    AppealId appeal = AppealId.of("portal", "journals-appeal-" + number);
    List<CaseStory.Entry> told = story.told();
    LedgerWrite registration = new LedgerWrite(Map.of());
    told.subList(0, 2).forEach(entry -> note(registration, appeal, entry));
    registration.insert(appeal, JdbcCaseLedgerTest.numbered(told.get(1).after(), number));
    database.committed(registration, Map.of(RECEIVED, 1L));
    told.subList(2, told.size()).forEach(entry -> goOn(appeal, List.of(entry)));
    return appeal;
  }

  /** Enters more of a case that is there, as one batch. */
  void goOn(AppealId appeal, List<CaseStory.Entry> told) {
    try (LedgerDatabase.Transaction transaction = database.begin()) {
      transaction.ledger.lock(List.of(RECEIVED));
      LoadedCases loaded = transaction.ledger.load(List.of(appeal));
      CaseState.Registered before = loaded.states().values().iterator().next();
      LedgerWrite write = new LedgerWrite(loaded.heads());
      told.forEach(entry -> note(write, appeal, entry));
      write.update(appeal, before, told.getLast().after());
      transaction.ledger.write(write, Map.of(RECEIVED, 1L));
      transaction.commit();
    }
  }

  JournalCheck.Result check() {
    return new JournalCheck(database.dataSource()).run(entries -> {});
  }

  private static void note(LedgerWrite write, AppealId appeal, CaseStory.Entry entry) {
    write.event(
        appeal,
        entry.event(),
        entry.event().version() == 1
            ? Cause.resident(at(RECEIVED, 0))
            : Cause.committee(at(RECEIVED, 0), CaseStory.EDUCATION, entry.event().version() - 1));
  }
}
