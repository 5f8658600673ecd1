package dev.pledgedesk.appraisal;

import dev.pledgedesk.kernel.LocalizedText;
import java.math.BigDecimal;
import java.util.UUID;

/** What the data of the last 30 days suggest for somebody. */
public record MeritSuggestion(UUID staffId, String rule, LocalizedText name, BigDecimal value, int count) {
}
