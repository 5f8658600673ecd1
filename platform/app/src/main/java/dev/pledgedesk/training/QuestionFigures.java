package dev.pledgedesk.training;

import java.math.BigDecimal;

/**
 * How a question has done in papers that are marked.
 *
 * @param answers        how many
 * @param easiness       mean share of its points, from 0 to 1; null without answers
 * @param discrimination how far who does well in it does well in the whole paper, from -1 to 1; null while too few have answered or all alike
 */
public record QuestionFigures(int answers, BigDecimal easiness, BigDecimal discrimination) {
}
