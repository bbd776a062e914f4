package city.reception.starter.deadletter;

import city.reception.events.codec.UndecodableException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;

/** Tells a failure of a record from a failure of the world around it. */
public final class Failures {

  /**
   * SQLSTATE classes that say nothing about the data: connection, transaction rollback,
   * insufficient resources, operator intervention, system error.
   */
  private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57", "58");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** The other is {@code idle_in_transaction_session_timeout}. */
  private static final Set<String> TRANSIENT_STATES = Set.of(LOCK_NOT_AVAILABLE, "25P03");

  /** Another transaction held a row: for too long, or this one was chosen to let it pass. */
  private static final Set<String> LOCKED_STATES = Set.of(LOCK_NOT_AVAILABLE, "40P01", "40001");

  private Failures() {}

  /** Whether the same input may well succeed later, so that it must be tried again without end. */
  public static boolean isTransient(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Error
          || cause instanceof InterruptedException
          || cause instanceof SQLTransientException
          || cause instanceof TransientDataAccessException
          || (cause instanceof SQLException sql && isTransient(sql.getSQLState()))
          || (cause instanceof KafkaException
              && !(cause instanceof RecordTooLargeException)
              && !(cause instanceof InvalidTopicException))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a lock of somebody else's was in the way, so that the same without the locked rows may
   * succeed at once. Spring has no exception for a lock that was not to be had in time.
   */
  public static boolean isLocked(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && LOCKED_STATES.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * What went wrong, fit for a header or a log: never quotes a record, since the messages of
   * foreign exceptions often do.
   */
  public static String describe(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UndecodableException || cause instanceof UnprocessableException) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof SQLException sql) {
        return "the database refused it (SQLSTATE " + sql.getSQLState() + ")";
      }
    }
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** Without a state it did not come from the server: a pool that was closed, for one. */
  private static boolean isTransient(@Nullable String state) {
    return state == null
        || (TRANSIENT_STATES.contains(state)
            || (state.length() == 5 && TRANSIENT_CLASSES.contains(state.substring(0, 2))));
  }
}
