package dev.pledgedesk.appraisal;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.AppraisalSection.Indicator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody is appraised.
 *
 * @param indicators of the scheme that it goes by
 * @param scores     one for each
 * @param total      per cent; null if nothing could be counted, then so is {@code grade}
 * @param appealUntil until when it can be appealed against; null before the talk
 */
public record AppraisalView(UUID id, UUID staffId, String scheme, LocalizedText name, LocalDate from, LocalDate to, AppraisalState state, List<Indicator> indicators, List<IndicatorScore> scores, BigDecimal total,
        LocalizedText grade, String selfWords, String talkWords, UUID talkedBy, Instant talkedAt, Instant acknowledgedAt, AppealState appeal, String appealWords, String appealAnswer, Instant appealUntil,
        Instant closedAt, long version) {
}
