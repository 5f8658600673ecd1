package dev.pledgedesk.training;

import java.math.BigDecimal;

/**
 * What comes of an appeal.
 *
 * @param answer  to him who has appealed
 * @param changes whether there is another result; the scores that are null stay
 */
public record AppealDecision(String answer, boolean changes, BigDecimal theory, BigDecimal practice, BigDecimal conduct) {
}
