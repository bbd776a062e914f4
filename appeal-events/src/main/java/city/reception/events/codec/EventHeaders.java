package city.reception.events.codec;

import java.nio.charset.CharacterCodingException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The names of the headers, and how to read one. */
public final class EventHeaders {

  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";

  /** An extension attribute: the digest of a submission's parsed, canonical body. */
  public static final String BODY_DIGEST = "ce_bodydigest";

  public static final String CONTENT_TYPE = "content-type";

  /** W3C Trace Context, level 1. */
  public static final String TRACEPARENT = "traceparent";

  /** The longest {@link #SOURCE} that is read, in UTF-16 code units. */
  public static final int MAX_SOURCE = 300;

  private EventHeaders() {}

  /**
   * The value of the last header of that name; null when there is none.
   *
   * @throws UndecodableException when it is not UTF-8
   */
  public static @Nullable String read(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null || header.value() == null) {
      return null;
    }
    try {
      return Utf8.decode(header.value());
    } catch (CharacterCodingException e) {
      throw new UndecodableException("header " + name + " is not UTF-8", e);
    }
  }
}
