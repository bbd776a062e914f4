package city.reception.notifications.notice;

import city.reception.events.AppealId;
import city.reception.events.CasePart;
import city.reception.events.CaseSummary;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the resident is to be told.
 *
 * @param id derived from the event and the medium, so that the same event is never told twice
 * @param summary the case as the event left it
 * @param answer what the city wrote to the resident, where it wrote anything: an answer, a
 *     question, or why something was done
 */
public record PlannedNotice(
    EventId id,
    NoticeKind kind,
    NoticeMedium medium,
    CaseSummary summary,
    @Nullable Answer answer) {

  /**
   * What the city wrote.
   *
   * @param text somebody's own words, where there are any
   * @param signedBy who signed it
   * @param details what there is beside the words
   */
  public record Answer(@Nullable String text, String signedBy, @Nullable Details details) {

    public Answer(String text, String signedBy) {
      this(text, signedBy, null);
    }

    /** The answer is the resident's alone. */
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  public AppealId appealId() {
    return summary.appealId();
  }

  /**
   * What there is to say beside somebody's words.
   *
   * @param toBody where the appeal was forwarded
   * @param parts the parts into which it was split
   * @param part the part that has ended
   * @param explanation what the ground means by which there is no answer, or what became of a part
   * @param publishedAt where an answer is published already
   */
  public record Details(
      @Nullable String toBody,
      @Nullable List<CasePart> parts,
      @Nullable CasePart part,
      @Nullable LocalizedText explanation,
      @Nullable String publishedAt) {

    static Details forwarded(String toBody) {
      return new Details(toBody, null, null, null, null);
    }

    static Details split(List<CasePart> parts) {
      return new Details(null, parts, null, null, null);
    }
  }
}
