package dev.pledgedesk.appraisal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What an indicator came to.
 *
 * @param key    of the indicator
 * @param value  that was measured; null if there was nothing to measure, then so is {@code score}, and it does not count
 * @param score  per cent
 * @param count  of what it was measured on
 * @param refs   what it comes from, the worst first, 50 at most
 * @param manual whether somebody has set the score
 */
public record IndicatorScore(String key, BigDecimal value, BigDecimal score, int count, List<Ref> refs, boolean manual) {

    /** Something that a value comes from: {@code ticket}, {@code inspection}, {@code assessment}, {@code shift} or {@code merit}. */
    public record Ref(String kind, UUID id, String note) {
    }

    public IndicatorScore {
        refs = refs == null ? List.of() : List.copyOf(refs);
    }
}
