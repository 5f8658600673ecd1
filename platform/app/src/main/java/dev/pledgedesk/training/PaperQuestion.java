package dev.pledgedesk.training;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TrainingSection.QuestionKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * A question of a paper as who writes or marks it sees it.
 *
 * @param options in the order in which they are shown
 * @param answer  what is saved; null for nothing
 * @param correct places of the right options as they are shown, null while it is written; likewise {@code rubric}, which is also null where nobody marks
 * @param given   points; null until it is marked
 * @param remark  of who has marked it; null for none
 */
public record PaperQuestion(int place, QuestionKind kind, LocalizedText text, List<LocalizedText> options, int points, AnswerDraft answer, List<Integer> correct, LocalizedText rubric, BigDecimal given,
        String remark) {
}
