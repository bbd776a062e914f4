package city.reception.router.statistics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of the appeals of one group that were registered in one month. As counted, nothing is
 * null; as published, what would tell of too few people is.
 *
 * <p>{@code received = answeredInTime + answeredLate + open + forwarded + refused +
 * correspondenceEnded + withdrawn}, and {@code answeredInTime + answeredLate = satisfied +
 * explained + declined}.
 *
 * @param received registered in the month, without the parts of split appeals
 * @param open neither answered nor over otherwise
 * @param forwarded to a competent body outside (59-FZ, article 8.3)
 * @param refused ended without an answer on the substance (article 11)
 * @param correspondenceEnded ended as a repeat without new arguments (article 11.5)
 * @param medianDays calendar days from the registration, or from the reopening, to the answer, of
 *     those answered
 * @param ninetiethPercentileDays the same, within which nine of ten were answered
 */
public record Counts(
    @Nullable Long received,
    @Nullable Long answeredInTime,
    @Nullable Long answeredLate,
    @Nullable Long open,
    @Nullable Long forwarded,
    @Nullable Long refused,
    @Nullable Long correspondenceEnded,
    @Nullable Long withdrawn,
    @Nullable Long satisfied,
    @Nullable Long explained,
    @Nullable Long declined,
    @Nullable BigDecimal medianDays,
    @Nullable BigDecimal ninetiethPercentileDays) {}
