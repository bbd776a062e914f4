package city.reception.desk.queue;

import city.reception.events.CaseSummary;
import org.jspecify.annotations.Nullable;

/**
 * A case that another one has to do with.
 *
 * @param question what it is about, for a part of a split appeal whose content is known here
 * @param part which part it is, from 1, likewise
 */
public record RelatedCase(CaseSummary summary, @Nullable Integer part, @Nullable String question) {}
