package city.reception.desk.queue;

import java.util.Map;

/**
 * A record as it is sent, each time the same.
 *
 * @param headers in UTF-8
 * @param value in UTF-8
 */
public record OutgoingRecord(Map<String, String> headers, String value) {

  public OutgoingRecord {
    headers = Map.copyOf(headers);
  }
}
