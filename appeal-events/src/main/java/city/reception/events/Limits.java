package city.reception.events;

/** How long the texts of the contract may be, in UTF-16 code units, and how far a place may lie. */
public final class Limits {

  /** A subject line. */
  public static final int SUBJECT = 500;

  /** The text of an appeal or of an answer. In Cyrillic it stays well under a request's 64 KiB. */
  public static final int TEXT = 20_000;

  /** A reason given for a withdrawal or a redirect. */
  public static final int REASON = 2_000;

  /** A person's, a deputy's, an organisation's or a channel's name. */
  public static final int NAME = 300;

  /** A postal address, or the address of the place that an appeal is about. */
  public static final int ADDRESS = 500;

  /** The address of a page on the web. */
  public static final int WEB_ADDRESS = 500;

  /** How many exchanges of a case are sent on; earlier ones are left out. */
  public static final int EXCHANGES = 50;

  /** All of their texts together. */
  public static final int CORRESPONDENCE = 3 * TEXT;

  /** The fewest parts into which an appeal can be split. */
  public static final int PARTS_LEAST = 2;

  /** The most parts into which an appeal can be split. */
  public static final int PARTS_MOST = 10;

  /** The worst mark for an answer. */
  public static final int SCORE_LEAST = 1;

  /** The best mark for an answer. */
  public static final int SCORE_MOST = 5;

  /** Degrees north or south (WGS 84). */
  public static final double LATITUDE = 90;

  /** Degrees east or west (WGS 84). */
  public static final double LONGITUDE = 180;

  private Limits() {}
}
